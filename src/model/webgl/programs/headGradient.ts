import type { Regulariser } from '../../engine';
import { byValue, MATRIX, type Program, parameterAt, uniforms } from './program';

/** dK/dμ and dK/d ln σ². */
const slopes: Readonly<Record<Regulariser, { mu: string; logVar: string }>> = {
  kl: { mu: 'mu', logVar: '0.5 * (sigma * sigma - 1.0)' },
  simple: { mu: '2.0 * mu', logVar: '(sigma - 1.0) * sigma' },
};

/**
 * Gradient by [μ | ln σ²], rows × 2·latent, from that by the outputs of the layer behind the codes, rows × outputs:
 * dL/dz = delta·Wᵀ, which reaches μ as it is and ln σ² through ½s·σ·ε, and the regulariser's own.
 * `base` is the first tile of the layer behind the codes.
 */
export const headGradient = (
  widthBits: number,
  regulariser: Regulariser,
): Program<
  'delta' | 'parameters' | 'head' | 'batch',
  'base' | 'rows' | 'latent' | 'outputs' | 'beta' | 'noiseScale',
  'gradient'
> => ({
  inputs: ['delta', 'parameters', 'head', 'batch'],
  uniforms: uniforms('int base', 'int rows', 'int latent', 'int outputs', 'float beta', 'float noiseScale'),
  outputs: ['gradient'],
  code: `${MATRIX}${parameterAt(widthBits)}
// A row of delta against the weights of one axis.
float codeGradient(int row, int axis) {
  int tileColumns = (outputs + 1) >> 1;
  float weights = float(base + (axis >> 1) * tileColumns);
  vec2 perParameter = perTexel(parameters);
  float sum = 0.0;
  for (int o = 0; o < tileColumns; o++) {
    vec4 D = tileAt(delta, row >> 1, o);
    vec4 W = parameterAt(parameters, perParameter, weights + float(o));
    sum += dot((row & 1) == 0 ? D.xy : D.zw, (axis & 1) == 0 ? W.xy : W.zw);
  }
  return sum;
}

float value(int row, int column) {
  if (row >= rows || column >= 2 * latent) return 0.0;
  int axis = column < latent ? column : column - latent;
  float dz = codeGradient(row, axis);
  float share = beta / float(rows);
  if (column < latent) {
    float mu = valueAt(head, row, axis);
    return dz + share * (${slopes[regulariser].mu});
  }
  float sigma = exp(0.5 * valueAt(head, row, column));
  // Without noise, or without a regulariser, an overflowing sigma must not become NaN.
  float injected = noiseScale == 0.0 ? 0.0 : 0.5 * noiseScale * sigma * valueAt(batch, row, 1 + axis) * dz;
  return beta == 0.0 ? injected : injected + share * (${slopes[regulariser].logVar});
}
${byValue('gradient')}`,
});
