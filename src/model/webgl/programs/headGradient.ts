import type { Family } from '../../../math/family';
import type { Regulariser } from '../../engine';
import type { Draws } from './objective';
import { penalty } from './penalty';
import { byValue, MATRIX, type Program, parameterAt, uniforms } from './program';

/**
 * GLSL of `float codeGradient(int code, int axis)`, dL/dz: with one draw of noise an image it is computed where it is
 * needed, which saves a draw call; with several, each of their sums would compute it anew, and it is a grid.
 */
const codeGradient = (widthBits: number, draws: Draws): string =>
  draws === 'several'
    ? 'float codeGradient(int code, int axis) { return valueAt(codeDelta, code, axis); }'
    : `${parameterAt(widthBits)}
// A row of delta against the weights of one axis.
float codeGradient(int code, int axis) {
  int tileColumns = (outputs + 1) >> 1;
  float weights = float(base + (axis >> 1) * tileColumns);
  vec2 perParameter = perTexel(parameters);
  float sum = 0.0;
  for (int o = 0; o < tileColumns; o++) {
    vec4 D = tileAt(delta, code >> 1, o);
    vec4 W = parameterAt(parameters, perParameter, weights + float(o));
    sum += dot((code & 1) == 0 ? D.xy : D.zw, (axis & 1) == 0 ? W.xy : W.zw);
  }
  return sum;
}`;

/** GLSL of `ivec2 entryOf(int column)`: which L_ik a number of the head fixes; for those of μ, the axis alone. */
const ENTRY_OF = {
  diagonal: 'ivec2 entryOf(int column) { return ivec2(column < latent ? column : column - latent); }',
  full: `
ivec2 entryOf(int column) {
  if (column < 2 * latent) return ivec2(column < latent ? column : column - latent);
  // L10, L20, L21, …: row i has i of them.
  int k = column - 2 * latent;
  int i = 1;
  for (; k >= i; i++) k -= i;
  return ivec2(i, k);
}`,
} as const;

/** GLSL that returns dL/dh by one entry of L: ½·L_ii from ln L_ii², and 1 from what is below the diagonal. */
const byEntry = (family: 'diagonal' | 'full'): string => `${ENTRY_OF[family]}
float passed(int code, float h, int column) {
  ivec2 entry = entryOf(column);
  float dz = codeGradient(code, entry.x);
  if (column < latent) return dz;
  // Without noise an overflowing sigma must not become NaN.
  if (noiseScale == 0.0) return 0.0;
  float byLog = ${family === 'full' ? 'column >= 2 * latent ? 1.0 : ' : ''}0.5 * exp(0.5 * h);
  return noiseScale * byLog * noise(code, entry.y) * dz;
}`;

/**
 * GLSL of `float passed(int code, float h, int column)`: what number `h` of the head gets of dL/dz through
 * z = μ + s·L·ε of one code.
 */
const PASSED: Readonly<Record<Family, string>> = {
  point: 'float passed(int code, float h, int column) { return codeGradient(code, column); }',
  isotropic: `
float passed(int code, float h, int column) {
  if (column < latent) return codeGradient(code, column);
  if (noiseScale == 0.0) return 0.0;
  float sum = 0.0;
  for (int axis = 0; axis < latent; axis++) sum += codeGradient(code, axis) * noise(code, axis);
  return noiseScale * 0.5 * exp(0.5 * h) * sum;
}`,
  diagonal: byEntry('diagonal'),
  box: byEntry('diagonal'),
  full: byEntry('full'),
};

/** GLSL of the sum of `passed` over the samples of an image. */
const ALL_PASSED: Readonly<Record<Draws, string>> = {
  one: 'float sum = passed(row, h, column);',
  several: `float sum = 0.0;
  for (int i = 0; i < samples; i++) sum += passed(i * rows + row, h, column);`,
};

/**
 * Gradient by the head, rows × width (math/posterior.ts), from that by the codes: dL/dz, which reaches μ as it is and L
 * through s·L·ε, summed over the samples of an image, and the regulariser's own.
 *
 * With one draw of noise dL/dz is delta·Wᵀ, where delta is the gradient by the outputs of the layer behind the codes,
 * rows × outputs, and `base` the first tile of that layer; with several it is given, samples·rows × latent.
 */
export function headGradient(
  widthBits: number,
  family: Family,
  regulariser: Regulariser,
  draws: 'one',
): Program<
  'delta' | 'parameters' | 'head' | 'batch',
  'base' | 'outputs' | 'rows' | 'width' | 'latent' | 'beta' | 'noiseScale',
  'gradient'
>;
export function headGradient(
  widthBits: number,
  family: Family,
  regulariser: Regulariser,
  draws: 'several',
): Program<'codeDelta' | 'head' | 'batch', 'samples' | 'rows' | 'width' | 'latent' | 'beta' | 'noiseScale', 'gradient'>;
export function headGradient(widthBits: number, family: Family, regulariser: Regulariser, draws: Draws): Program {
  const several = draws === 'several';
  return {
    inputs: several ? ['codeDelta', 'head', 'batch'] : ['delta', 'parameters', 'head', 'batch'],
    uniforms: uniforms(
      ...(several ? (['int samples'] as const) : (['int base', 'int outputs'] as const)),
      'int rows',
      'int width',
      'int latent',
      'float beta',
      'float noiseScale',
    ),
    outputs: ['gradient'],
    code: `${MATRIX}${codeGradient(widthBits, draws)}${penalty(family, regulariser, 'slope')}
float noise(int code, int axis) { return valueAt(batch, code, 1 + axis); }
${PASSED[family]}

float value(int row, int column) {
  if (row >= rows || column >= width) return 0.0;
  float h = valueAt(head, row, column);
  ${ALL_PASSED[draws]}
  // Without a regulariser an overflowing sigma must not become NaN.
  return beta == 0.0 ? sum : sum + beta / float(rows) * penalty(h, column, latent);
}
${byValue('gradient')}`,
  };
}
