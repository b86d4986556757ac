import type { Regulariser } from '../../engine';
import { MATRIX, type Program, uniforms } from './program';

/** Texels a side of the grid of running sums: 256 fragments share the work, and each adds few numbers. */
export const SUMS_SIDE = 16;

/** K of one axis (MATH.md). */
const PENALTY: Readonly<Record<Regulariser, string>> = {
  kl: '0.5 * (mu * mu + sigma * sigma - logVar - 1.0)',
  simple: 'mu * mu + (sigma - 1.0) * (sigma - 1.0)',
};

/**
 * Adds a batch's loss to running sums: each texel is (Σ R, Σ K, Σ R + βK, 0) of its share of the pixels and codes,
 * divided by the rows, so that the sum over all texels is the sum of the steps' means.
 * pixelLoss: R of each pixel, rows × pixels, padding 0. head: [μ | ln σ²].
 */
export const loss = (
  regulariser: Regulariser,
): Program<'sums' | 'pixelLoss' | 'head', 'rows' | 'pixels' | 'latent' | 'beta', 'total'> => ({
  inputs: ['sums', 'pixelLoss', 'head'],
  uniforms: uniforms('int rows', 'int pixels', 'int latent', 'float beta'),
  outputs: ['total'],
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
    R += dot(tileAt(pixelLoss, i / tileColumns, i % tileColumns), vec4(1.0));
  }

  // Phase 2: regulariser of every SHARES-th axis of the codes.
  float K = 0.0;
  for (int i = share; i < rows * latent; i += SHARES) {
    float mu = valueAt(head, i / latent, i % latent);
    float logVar = valueAt(head, i / latent, latent + i % latent);
    float sigma = exp(0.5 * logVar);
    K += ${PENALTY[regulariser]};
  }

  // With beta = 0 a regulariser that overflows must leave the total alone.
  float both = beta == 0.0 ? R : R + beta * K;
  total = tileAt(sums, here.x, here.y) + vec4(R, K, both, 0.0) / float(rows);
}
`,
});
