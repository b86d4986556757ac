import type { ParameterTiles } from '../parameterTiles';
import { MATRIX, type Program, unrolled } from './program';

/** The four tiles of a block of a gradient (parameterTiles.ts). */
export type Quarter = 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight';
export const QUARTERS: readonly Quarter[] = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'];

/** Two rows of tiles of xᵀ against two columns of tiles of delta. */
const PRODUCTS = (i: string): string => `{
      vec4 top = sampleTile(x, perX, ${i}, row);
      vec4 bottom = sampleTile(x, perX, ${i}, row + 1);
      vec4 left = sampleTile(delta, perDelta, ${i}, column);
      vec4 right = sampleTile(delta, perDelta, ${i}, column + 1);
      topLeft += term(top, left);
      topRight += term(top, right);
      bottomLeft += term(bottom, left);
      bottomRight += term(bottom, right);
    }`;

/**
 * Gradient by all weights, as blocks: xᵀ·delta of each layer, where x are the layer's inputs with the constant 1,
 * rows × (inputs + 1), and delta is the gradient by its outputs before activation, rows × outputs, whose padding is 0.
 * One draw for all layers, since a draw costs more than its arithmetic; and 2 × 2 tiles a fragment, because four texels
 * then serve four products instead of two.
 */
export function weightGradient({ layers, width }: ParameterTiles): Program<string, never, Quarter> {
  const branches = layers.map(({ blocks: { base, rows, columns } }, i) => {
    const end = base + rows * columns;
    return `if (index < ${end}) accumulate(x${i}, delta${i}, index - ${base}, ${columns});`;
  });
  return {
    inputs: layers.flatMap((_, i) => [`x${i}`, `delta${i}`]),
    uniforms: [],
    outputs: QUARTERS,
    code: `${MATRIX}
vec4 term(vec4 X, vec4 D) { return X.xxyy * D.xyxy + X.zzww * D.zwzw; }

void accumulate(sampler2D x, sampler2D delta, int index, int blockColumns) {
  int row = 2 * (index / blockColumns);
  int column = 2 * (index % blockColumns);
  int tileRows = textureSize(delta, 0).y;
  vec2 perX = perTexel(x);
  vec2 perDelta = perTexel(delta);
  ${unrolled('tileRows', PRODUCTS)}
}

void main() {
  ${QUARTERS.map((quarter) => `${quarter} = vec4(0.0);`).join(' ')}
  int index = tile().x * ${width} + tile().y;
  ${branches.join('\n  else ')}
}
`,
  };
}

/** GLSL of `vec4 gradientHere()`: this fragment's tile of a plane, out of the blocks. */
export function gradientHere({ layers, width }: ParameterTiles): string {
  const branches = layers.map(({ base, rows, columns, blocks }) => {
    const end = base + rows * columns;
    return `if (index < ${end}) return fromBlocks(index - ${base}, ${columns}, ${blocks.base}, ${blocks.columns});`;
  });
  return `
vec4 fromBlocks(int index, int columns, int blockBase, int blockColumns) {
  int row = index / columns;
  int column = index % columns;
  int block = blockBase + (row >> 1) * blockColumns + (column >> 1);
  ivec2 at = ivec2(block / ${width}, block % ${width});
  if ((row & 1) == 0) {
    return (column & 1) == 0 ? tileAt(topLeft, at.x, at.y) : tileAt(topRight, at.x, at.y);
  }
  return (column & 1) == 0 ? tileAt(bottomLeft, at.x, at.y) : tileAt(bottomRight, at.x, at.y);
}

vec4 gradientHere() {
  int index = tile().x * ${width} + tile().y;
  ${branches.join('\n  ')}
  return vec4(0.0);
}
`;
}
