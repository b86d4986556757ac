import type { Likelihood } from '../../engine';
import { LEAST_LOG_VAR_X } from '../../squaredError';
import { MATRIX, type Program, uniforms } from './program';
import type { ProductSource } from './weightedSum';

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

/** Where `weight` and `constant` of the squared error come from, where they are no uniforms (observation.ts). */
const LEARNED = `
  float logVariance = max(tileAt(observation, 0, 0).x, ${LEAST_LOG_VAR_X.toFixed(1)});
  float weight = 0.5 * exp(-logVariance);
  float constant = 0.5 * (${Math.log(2 * Math.PI).toPrecision(9)} + logVariance);`;

/** The tile of the images that belongs to this fragment; with several samples, their rows repeat for each. */
const IMAGE_TILES = {
  one: 'vec4 imageTile() { return tileAt(images, tile().x, tile().y); }',
  several: `
vec2 imagePair(int code) {
  int row = code % imageRows;
  vec4 at = tileAt(images, row >> 1, tile().y);
  return (row & 1) == 0 ? at.xy : at.zw;
}
vec4 imageTile() { return vec4(imagePair(corner().x), imagePair(corner().x + 1)); }`,
} as const;

/** Whether an image has one draw of noise in a step, or several. */
export type Draws = keyof typeof IMAGE_TILES;

/**
 * Forward pass of the output layer down to the reconstruction term: `loss` is R of each pixel, `delta` the gradient of
 * the mean over the rows by the layer's outputs, both rows × pixels with padding 0.
 * `sum`: x·W + b (weightedSum.ts). images: imageRows × (pixels + 1), of which row r of the codes belongs to row
 * r mod imageRows. `weight`, `constant`: of the squared error in R, 1/(2σ̃²) and ½ ln(2πσ̃²) for the Gaussian model, 1
 * and 0 for the plain error; where σ̃ is learned, the texel `observation` has it, and the two are not read.
 */
export function objective(
  sum: ProductSource,
  likelihood: Likelihood,
  draws: Draws,
): Program<
  string,
  'base' | 'tileRows' | 'columns' | 'rows' | 'pixels' | 'imageRows' | 'weight' | 'constant',
  'delta' | 'loss'
> {
  const { value, slope } = PIXEL[likelihood === 'bernoulli' ? 'bernoulli' : 'squared'];
  const learned = likelihood === 'gaussian-learned';
  return {
    inputs: [...sum.inputs, 'images', ...(learned ? ['observation'] : [])],
    uniforms: uniforms(
      'int base',
      'int tileRows',
      'int columns',
      'int rows',
      'int pixels',
      'int imageRows',
      ...(learned ? [] : (['float weight', 'float constant'] as const)),
    ),
    outputs: ['delta', 'loss'],
    code: `${MATRIX}${sum.code}${IMAGE_TILES[draws]}
void main() {
  vec4 a = weightedSum(base, tileRows, columns);
  vec4 pixel = imageTile();
  vec4 inside = insideOf(corner(), rows, pixels);${learned ? LEARNED : ''}
  delta = (${slope}) / float(rows) * inside;
  loss = (${value}) * inside;
}
`,
  };
}
