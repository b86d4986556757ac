import { MATRIX, type Program, uniforms } from './program';

export const BETA1 = 0.9;
export const BETA2 = 0.999;
export const EPSILON = 1e-8;

/**
 * One Adam step (Kingma & Ba 2014, ε outside the root) on the three planes of parameterTiles.ts. A fragment computes
 * one tile of one plane. `planeHeight`: rows of a plane; `rate`: learningRate / (1 − β₁ᵗ); `correction`: 1 / (1 − β₂ᵗ).
 */
export const adam: Program<'parameters' | 'gradient', 'planeHeight' | 'rate' | 'correction'> = {
  inputs: ['parameters', 'gradient'],
  uniforms: uniforms('int planeHeight', 'float rate', 'float correction'),
  code: `${MATRIX}
vec4 firstMoment(int row, int column, vec4 g) {
  return ${BETA1} * tileAt(parameters, planeHeight + row, column) + ${(1 - BETA1).toPrecision(9)} * g;
}
vec4 secondMoment(int row, int column, vec4 g) {
  return ${BETA2} * tileAt(parameters, 2 * planeHeight + row, column) + ${(1 - BETA2).toPrecision(9)} * g * g;
}

void main() {
  ivec2 at = tile();
  int plane = at.x / planeHeight;
  int row = at.x - plane * planeHeight;
  vec4 g = tileAt(gradient, row, at.y);
  if (plane == 1) {
    setOutput(firstMoment(row, at.y, g));
  } else if (plane == 2) {
    setOutput(secondMoment(row, at.y, g));
  } else {
    vec4 m = firstMoment(row, at.y, g);
    vec4 v = secondMoment(row, at.y, g);
    setOutput(tileAt(parameters, row, at.y) - rate * m / (sqrt(v * correction) + ${EPSILON.toExponential()}));
  }
}
`,
};
