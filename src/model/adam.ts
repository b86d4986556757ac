/** Adam's constants (Kingma & Ba 2014): bias-corrected, ε outside the root. The same in every engine. */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** One parameter and its moments, float32. */
interface AdamParameter {
  values: number;
  first: number;
  second: number;
}

/**
 * The two factors of step t (1-based) that do not depend on a parameter, in float64:
 * p −= rate · m / (√(v·scale) + ε), with rate = learningRate / (1 − β₁ᵗ) and scale = 1 / (1 − β₂ᵗ).
 */
export function adamFactors(learningRate: number, t: number): { rate: number; scale: number } {
  return { rate: learningRate / (1 - ADAM.beta1 ** t), scale: 1 / (1 - ADAM.beta2 ** t) };
}

/**
 * One step of a parameter that a kernel leaves to JavaScript.
 * @param factors `adamFactors` of the step
 * @param least where the step ends at the lowest
 */
export function adamStep(
  parameter: AdamParameter,
  gradient: number,
  factors: { rate: number; scale: number },
  least: number,
): void {
  const { beta1, beta2, epsilon } = ADAM;
  const first = Math.fround(beta1 * parameter.first + (1 - beta1) * gradient);
  const second = Math.fround(beta2 * parameter.second + (1 - beta2) * gradient ** 2);
  const step = (factors.rate * first) / (Math.sqrt(second * factors.scale) + epsilon);
  const values = Math.max(least, Math.fround(parameter.values - step));
  Object.assign(parameter, { values, first, second });
}
