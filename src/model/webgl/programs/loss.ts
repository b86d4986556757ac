import type { Likelihood, Regulariser } from '../../engine';
import { MATRIX, type Program, uniforms } from './program';

/** Texels a side of the grid of running sums: 256 fragments share the work, and each adds few numbers. */
export const SUMS_SIDE = 16;

/** The stable form of −ln p(x|z) for logits a, and the squared error with its constant (MATH.md). */
const reconstruction = (likelihood: Likelihood): string =>
  likelihood === 'bernoulli'
    ? 'max(a, 0.0) - a * x + log(1.0 + exp(-abs(a)))'
    : 'weight * (x - a) * (x - a) + constant';

const penalty: Readonly<Record<Regulariser, string>> = {
  kl: '0.5 * (mu * mu + exp(logVar) - logVar - 1.0)',
  simple: 'mu * mu + (exp(0.5 * logVar) - 1.0) * (exp(0.5 * logVar) - 1.0)',
};

/**
 * Adds a batch's loss to running sums: each texel is (Σ R, Σ K, Σ R + βK, 0) of its share of the pixels and codes,
 * divided by the rows, so that the sum over all texels is the sum of the steps' means.
 * outputs, images, head: as in pixelGradient.ts and sample.ts.
 */
export const loss = (
  likelihood: Likelihood,
  regulariser: Regulariser,
): Program<'sums' | 'outputs' | 'images' | 'head', 'rows' | 'pixels' | 'latent' | 'beta' | 'weight' | 'constant'> => ({
  inputs: ['sums', 'outputs', 'images', 'head'],
  uniforms: uniforms('int rows', 'int pixels', 'int latent', 'float beta', 'float weight', 'float constant'),
  code: `${MATRIX}
const int SHARES = ${SUMS_SIDE * SUMS_SIDE};

void main() {
  ivec2 here = tile();
  int share = here.x * ${SUMS_SIDE} + here.y;

  // Phase 1: reconstruction of every SHARES-th tile of the images.
  int tileColumns = (pixels + 1) >> 1;
  int tiles = ((rows + 1) >> 1) * tileColumns;
  float R = 0.0;
  for (int i = share; i < tiles; i += SHARES) {
    ivec2 at = ivec2(i / tileColumns, i % tileColumns);
    vec4 a = tileAt(outputs, at.x, at.y);
    vec4 x = tileAt(images, at.x, at.y);
    R += dot(${reconstruction(likelihood)}, inside(2 * at, rows, pixels));
  }

  // Phase 2: regulariser of every SHARES-th axis of the codes.
  float K = 0.0;
  for (int i = share; i < rows * latent; i += SHARES) {
    float mu = valueAt(head, i / latent, i % latent);
    float logVar = valueAt(head, i / latent, latent + i % latent);
    K += ${penalty[regulariser]};
  }

  float total = beta == 0.0 ? R : R + beta * K;
  setOutput(tileAt(sums, here.x, here.y) + vec4(R, K, total, 0.0) / float(rows));
}
`,
});
