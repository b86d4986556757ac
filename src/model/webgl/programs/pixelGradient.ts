import type { Likelihood } from '../../engine';
import { MATRIX, type Program, uniforms } from './program';

/** The objective's derivative by the decoder's outputs, before the division by the batch. */
const slope = (likelihood: Likelihood): string =>
  likelihood === 'bernoulli' ? '1.0 / (1.0 + exp(-a)) - x' : '2.0 * weight * (a - x)';

/**
 * dR/da of the decoder's outputs (logits or means), rows × pixels; padding is 0.
 * x: the images, rows × (pixels + 1). `weight`: of the squared error, 1/(2σ̃²) for the Gaussian model.
 */
export const pixelGradient = (likelihood: Likelihood): Program<'outputs' | 'images', 'rows' | 'pixels' | 'weight'> => ({
  inputs: ['outputs', 'images'],
  uniforms: uniforms('int rows', 'int pixels', 'float weight'),
  code: `${MATRIX}
void main() {
  ivec2 at = tile();
  vec4 a = tileAt(outputs, at.x, at.y);
  vec4 x = tileAt(images, at.x, at.y);
  setOutput((${slope(likelihood)}) / float(rows) * inside(2 * at, rows, pixels));
}
`,
});
