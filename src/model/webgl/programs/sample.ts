import type { Family } from '../../../math/family';
import { byValue, MATRIX, type Program, uniforms } from './program';

/** GLSL of (L·ε)ᵢ, where i is `axis`, the head's row `row` and that of the noise `code`; null where there is no noise. */
const SPREAD: Readonly<Record<Family, string | null>> = {
  point: null,
  isotropic: 'deviation(row, latent) * noise(code, axis)',
  diagonal: 'deviation(row, latent + axis) * noise(code, axis)',
  box: 'deviation(row, latent + axis) * noise(code, axis)',
  full: 'deviation(row, latent + axis) * noise(code, axis) + below(row, code, axis)',
};

/** Row i of L up to its diagonal against ε: the i entries stand behind those of all rows above. */
const BELOW = `
float below(int row, int code, int axis) {
  int first = 2 * latent + axis * (axis - 1) / 2;
  float sum = 0.0;
  for (int k = 0; k < axis; k++) sum += valueAt(head, row, first + k) * noise(code, k);
  return sum;
}
`;

/**
 * z = μ + s·L·ε, rows × (latent + 1) with the constant 1: of all images for the first sample, then for the next.
 * head: as the family has it (math/posterior.ts), one row for each of `images`; batch: [image | ε], with the rows of z.
 */
export function sample(family: Family): Program<'head' | 'batch', 'images' | 'latent' | 'noiseScale', 'codes'> {
  const spread = SPREAD[family];
  return {
    inputs: ['head', 'batch'],
    uniforms: uniforms('int images', 'int latent', 'float noiseScale'),
    outputs: ['codes'],
    code: `${MATRIX}
float deviation(int row, int column) { return exp(0.5 * valueAt(head, row, column)); }
float noise(int code, int axis) { return valueAt(batch, code, 1 + axis); }
${family === 'full' ? BELOW : ''}
float value(int code, int axis) {
  if (axis > latent) return 0.0;
  if (axis == latent) return 1.0;
  int row = code % images;
  float mu = valueAt(head, row, axis);
  // Without noise a code is its centre, however large sigma has grown.
  ${spread === null ? 'return mu;' : `return noiseScale == 0.0 ? mu : mu + noiseScale * (${spread});`}
}
${byValue('codes')}`,
  };
}
