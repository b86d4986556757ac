import type { Family } from '../../../math/family';
import type { Regulariser } from '../../engine';
import { penalty } from './penalty';
import { MATRIX, type Program, uniforms } from './program';

/** Texels a side of the grid of running sums: 256 fragments share the work, and each adds few numbers. */
export const SUMS_SIDE = 16;

/** GLSL of `SHARES`, the number of fragments of such a grid, and of `share()`, the number of this one. */
export const SHARES = `
const int SHARES = ${SUMS_SIDE * SUMS_SIDE};
int share() { return tile().x * ${SUMS_SIDE} + tile().y; }
`;

/**
 * Adds a batch's loss to running sums: each texel is (Σ R, Σ K, Σ R + βK, 0) of its share of the pixels and codes,
 * R divided by its rows and K by the images, so that the sum over all texels is the sum of the steps' means.
 * pixelLoss: R of each pixel, rows × pixels, padding 0. head: images × width (math/posterior.ts).
 */
export const loss = (
  family: Family,
  regulariser: Regulariser,
): Program<'sums' | 'pixelLoss' | 'head', 'rows' | 'pixels' | 'images' | 'width' | 'latent' | 'beta', 'total'> => ({
  inputs: ['sums', 'pixelLoss', 'head'],
  uniforms: uniforms('int rows', 'int pixels', 'int images', 'int width', 'int latent', 'float beta'),
  outputs: ['total'],
  code: `${MATRIX}${SHARES}${penalty(family, regulariser, 'value')}
void main() {
  // Phase 1: reconstruction of every SHARES-th tile of the images.
  int tileColumns = (pixels + 1) >> 1;
  int tiles = ((rows + 1) >> 1) * tileColumns;
  float R = 0.0;
  for (int i = share(); i < tiles; i += SHARES) {
    R += dot(tileAt(pixelLoss, i / tileColumns, i % tileColumns), vec4(1.0));
  }
  R /= float(rows);

  // Phase 2: regulariser of every SHARES-th number of the head.
  float K = 0.0;
  for (int i = share(); i < images * width; i += SHARES) {
    int column = i % width;
    K += penalty(valueAt(head, i / width, column), column, latent);
  }
  K /= float(images);

  // With beta = 0 a regulariser that overflows must leave the total alone.
  float both = beta == 0.0 ? R : R + beta * K;
  total = tileAt(sums, tile().x, tile().y) + vec4(R, K, both, 0.0);
}
`,
});
