import { byValue, MATRIX, type Program, uniforms } from './program';

/** z = μ, rows × (latent + 1) with the constant 1. head: starts with μ. */
export const centre: Program<'head', 'latent', 'codes'> = {
  inputs: ['head'],
  uniforms: uniforms('int latent'),
  outputs: ['codes'],
  code: `${MATRIX}
float value(int row, int axis) {
  if (axis > latent) return 0.0;
  return axis == latent ? 1.0 : valueAt(head, row, axis);
}
${byValue('codes')}`,
};
