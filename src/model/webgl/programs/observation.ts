import { ADAM } from '../../adam';
import { LEAST_LOG_VAR_X } from '../../squaredError';
import { SHARES, SUMS_SIDE } from './loss';
import { MATRIX, type Program, uniforms } from './program';

/**
 * How ln σ̃² of a Gaussian model that learns it is trained. It lives in a texel of its own with Adam's two moments,
 * (ln σ̃², first, second, 0): the gradient of all weights has no texture unit left to read it in their plane.
 */

/**
 * Σ δ² of a batch in shares, SUMS_SIDE × SUMS_SIDE texels of (Σ δ², 0, 0, 0). delta: the gradient by the means of the
 * pixels (objective.ts), rows × pixels, padding 0.
 */
export const squaredDeltas: Program<'delta', 'rows' | 'pixels', 'shares'> = {
  inputs: ['delta'],
  uniforms: uniforms('int rows', 'int pixels'),
  outputs: ['shares'],
  code: `${MATRIX}${SHARES}
void main() {
  int tileColumns = (pixels + 1) >> 1;
  int tiles = ((rows + 1) >> 1) * tileColumns;
  float sum = 0.0;
  for (int i = share(); i < tiles; i += SHARES) {
    vec4 here = tileAt(delta, i / tileColumns, i % tileColumns);
    sum += dot(here, here);
  }
  shares = vec4(sum, 0.0, 0.0, 0.0);
}
`,
};

const { beta1, beta2, epsilon } = ADAM;

/** As GLSL has it. */
const LEAST = LEAST_LOG_VAR_X.toFixed(1);

/**
 * An Adam step of ln σ̃². Its gradient is the mean over the rows of Σ [½ − (x−m)²/(2σ̃²)], and δ = (m−x)/(σ̃²·rows), so
 * that it is ½·pixels − ½·rows·σ̃²·Σ δ²; nothing below the least ln σ̃². `rate` and `scale` as in adam.ts.
 */
export const observationAdam: Program<'observation' | 'shares', 'rows' | 'pixels' | 'rate' | 'scale', 'next'> = {
  inputs: ['observation', 'shares'],
  uniforms: uniforms('int rows', 'int pixels', 'float rate', 'float scale'),
  outputs: ['next'],
  code: `${MATRIX}
void main() {
  float squares = 0.0;
  for (int row = 0; row < ${SUMS_SIDE}; row++) {
    for (int column = 0; column < ${SUMS_SIDE}; column++) squares += tileAt(shares, row, column).x;
  }
  vec4 old = tileAt(observation, 0, 0);
  float slope = 0.5 * float(pixels) - 0.5 * float(rows) * exp(max(old.x, ${LEAST})) * squares;
  float g = old.x < ${LEAST} ? 0.0 : slope;
  float first = ${beta1} * old.y + ${(1 - beta1).toPrecision(9)} * g;
  float second = ${beta2} * old.z + ${(1 - beta2).toPrecision(9)} * g * g;
  float moved = old.x - rate * first / (sqrt(second * scale) + ${epsilon.toExponential()});
  next = vec4(max(moved, ${LEAST}), first, second, 0.0);
}
`,
};
