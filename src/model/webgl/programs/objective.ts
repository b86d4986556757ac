import type { Likelihood } from '../../engine';
import { MATRIX, type Program, uniforms } from './program';
import { weightedSum } from './weightedSum';

/** R of a pixel x and the decoder's output a, and its derivative (MATH.md); the first in its stable form. */
const PIXEL: Readonly<Record<'bernoulli' | 'squared', { value: string; slope: string }>> = {
  bernoulli: {
    value: 'max(a, 0.0) - a * pixel + log(1.0 + exp(-abs(a)))',
    slope: '1.0 / (1.0 + exp(-a)) - pixel',
  },
  squared: {
    value: 'weight * (pixel - a) * (pixel - a) + constant',
    slope: '2.0 * weight * (a - pixel)',
  },
};

/**
 * Forward pass of the output layer down to the reconstruction term: `loss` is R of each pixel, `delta` the gradient of
 * the batch's mean by the layer's outputs, both rows × pixels with padding 0.
 * x, parameters: as in weightedSum.ts. images: rows × (pixels + 1). `weight`, `constant`: of the squared error in R,
 * 1/(2σ̃²) and ½ ln(2πσ̃²) for the Gaussian model, 1 and 0 for the plain error.
 */
export function objective(
  widthBits: number,
  likelihood: Likelihood,
): Program<
  'x' | 'parameters' | 'images',
  'base' | 'tileRows' | 'rows' | 'pixels' | 'weight' | 'constant',
  'delta' | 'loss'
> {
  const { value, slope } = PIXEL[likelihood === 'bernoulli' ? 'bernoulli' : 'squared'];
  return {
    inputs: ['x', 'parameters', 'images'],
    uniforms: uniforms('int base', 'int tileRows', 'int rows', 'int pixels', 'float weight', 'float constant'),
    outputs: ['delta', 'loss'],
    code: `${MATRIX}${weightedSum(widthBits)}
void main() {
  vec4 a = weightedSum(x, base, tileRows, pixels);
  vec4 pixel = tileAt(images, tile().x, tile().y);
  vec4 inside = insideOf(corner(), rows, pixels);
  delta = (${slope}) / float(rows) * inside;
  loss = (${value}) * inside;
}
`,
  };
}
