import { byValue, MATRIX, type Program, uniforms } from './program';

/** z = μ + s·σ⊙ε, rows × (latent + 1) with the constant 1. head: [μ | ln σ²]; batch: [image | ε]. */
export const sample: Program<'head' | 'batch', 'latent' | 'noiseScale', 'codes'> = {
  inputs: ['head', 'batch'],
  uniforms: uniforms('int latent', 'float noiseScale'),
  outputs: ['codes'],
  code: `${MATRIX}
float value(int row, int axis) {
  if (axis > latent) return 0.0;
  if (axis == latent) return 1.0;
  float mu = valueAt(head, row, axis);
  // Without noise a code is its centre, however large sigma has grown.
  if (noiseScale == 0.0) return mu;
  float sigma = exp(0.5 * valueAt(head, row, latent + axis));
  return mu + noiseScale * sigma * valueAt(batch, row, 1 + axis);
}
${byValue('codes')}`,
};
