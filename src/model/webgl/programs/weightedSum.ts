import { type Block, blockOutputs, blockProduct, tileOfBlock } from './block';
import { MATRIX, type Program, parameterAt, uniforms, unrolled } from './program';

/** GLSL of a product, and the grids that it reads. */
export interface ProductSource {
  readonly inputs: readonly string[];
  readonly code: string;
}

const TERM = 'vec4 term(vec4 X, vec4 W) { return X.xxzz * W.xyxy + X.yyww * W.zwzw; }';

const X = (i: string, row: string): string => `sampleTile(x, perX, ${row}, ${i})`;
const W = (i: string, first: string): string =>
  `parameterAt(parameters, perParameter, ${first} + float(${i}) * stride)`;

/**
 * GLSL of `vec4 weightedSum(int base, int tileRows, int columns)`: this fragment's tile of x·W + b, where x is
 * rows × (inputs + 1), its last column 1 and its padding finite, and the layer's tiles of parameters start at `base`,
 * `tileRows` × ⌈columns/2⌉ of them. 0 in a tile beyond the columns.
 */
export const weightedSum = (widthBits: number): ProductSource => ({
  inputs: ['x', 'parameters'],
  code: `${parameterAt(widthBits)}${TERM}
vec4 weightedSum(int base, int tileRows, int columns) {
  ivec2 at = tile();
  int tileColumns = (columns + 1) >> 1;
  if (at.y >= tileColumns) return vec4(0.0);
  float stride = float(tileColumns);
  float weights = float(base + at.y);
  vec2 perX = perTexel(x);
  vec2 perParameter = perTexel(parameters);
  vec4 sum = vec4(0.0);
  ${unrolled('tileRows', (i) => `sum += term(${X(i, 'at.x')}, ${W(i, 'weights')});`)}
  return sum;
}
`,
});

/** The same out of the blocks of `weightedSumBlocks`. */
export const weightedSumOfBlocks = (block: Block): ProductSource => ({
  inputs: blockOutputs(block),
  code: `${tileOfBlock(block)}
vec4 weightedSum(int base, int tileRows, int columns) {
  ivec2 at = tile();
  if (at.y >= (columns + 1) >> 1) return vec4(0.0);
  return tileOfBlock(ivec2(at.x >> ${Math.log2(block.rows)}, at.y >> ${Math.log2(block.columns)}), at.x, at.y);
}
`,
});

/** x·W + b in blocks; what a block has beyond the matrix is unspecified. */
export const weightedSumBlocks = (
  widthBits: number,
  block: Block,
): Program<'x' | 'parameters', 'base' | 'tileRows' | 'columns'> => ({
  inputs: ['x', 'parameters'],
  uniforms: uniforms('int base', 'int tileRows', 'int columns'),
  outputs: blockOutputs(block),
  code: `${MATRIX}${parameterAt(widthBits)}${TERM}
void main() {
  ivec2 at = tile() * ivec2(${block.rows}, ${block.columns});
  int tileColumns = (columns + 1) >> 1;
  float stride = float(tileColumns);
  float weights = float(base + at.y);
  vec2 perX = perTexel(x);
  vec2 perParameter = perTexel(parameters);
  ${blockProduct(
    block,
    'tileRows',
    {
      left: (i, r) => X(i, `at.x + ${r}`),
      right: (i, c) => W(i, `weights + ${c}.0`),
    },
    8,
  )}
}
`,
});
