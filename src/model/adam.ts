/** Adam's constants (Kingma & Ba 2014): bias-corrected, ε outside the root. The same in every engine. */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/**
 * The two factors of step t (1-based) that do not depend on a parameter, in float64:
 * p −= rate · m / (√(v·scale) + ε), with rate = learningRate / (1 − β₁ᵗ) and scale = 1 / (1 − β₂ᵗ).
 */
export function adamFactors(learningRate: number, t: number): { rate: number; scale: number } {
  return { rate: learningRate / (1 - ADAM.beta1 ** t), scale: 1 / (1 - ADAM.beta2 ** t) };
}
