import { type Block, blockOutputs, blockProduct, tileOfBlock } from './block';
import { MATRIX, type Program, parameterAt, uniforms, unrolled } from './program';
import type { ProductSource } from './weightedSum';

const TERM = 'vec4 term(vec4 D, vec4 W) { return D.xxzz * W.xzxz + D.yyww * W.ywyw; }';

const D = (o: string, row: string): string => `sampleTile(delta, perDelta, ${row}, ${o})`;
const W = (o: string, first: string): string => `parameterAt(parameters, perParameter, ${first} + float(${o}))`;

/**
 * GLSL of `vec4 backwardSum(int base, int outputs)`: this fragment's tile of delta·Wᵀ, where delta is rows × outputs and
 * the layer's tiles of parameters start at `base`.
 */
export const backwardSum = (widthBits: number): ProductSource => ({
  inputs: ['delta', 'parameters'],
  code: `${parameterAt(widthBits)}${TERM}
vec4 backwardSum(int base, int outputs) {
  ivec2 at = tile();
  int tileColumns = (outputs + 1) >> 1;
  float weights = float(base + at.y * tileColumns);
  vec2 perDelta = perTexel(delta);
  vec2 perParameter = perTexel(parameters);
  vec4 sum = vec4(0.0);
  ${unrolled('tileColumns', (o) => `sum += term(${D(o, 'at.x')}, ${W(o, 'weights')});`)}
  return sum;
}
`,
});

/** The same out of the blocks of `backwardSumBlocks`. */
export const backwardSumOfBlocks = (block: Block): ProductSource => ({
  inputs: blockOutputs(block),
  code: `${tileOfBlock(block)}
vec4 backwardSum(int base, int outputs) {
  ivec2 at = tile();
  return tileOfBlock(ivec2(at.x >> ${Math.log2(block.rows)}, at.y >> ${Math.log2(block.columns)}), at.x, at.y);
}
`,
});

/** delta·Wᵀ in blocks; what a block has beyond the matrix is unspecified. */
export const backwardSumBlocks = (
  widthBits: number,
  block: Block,
): Program<'delta' | 'parameters', 'base' | 'outputs'> => ({
  inputs: ['delta', 'parameters'],
  uniforms: uniforms('int base', 'int outputs'),
  outputs: blockOutputs(block),
  code: `${MATRIX}${parameterAt(widthBits)}${TERM}
void main() {
  ivec2 at = tile() * ivec2(${block.rows}, ${block.columns});
  int tileColumns = (outputs + 1) >> 1;
  vec2 perDelta = perTexel(delta);
  vec2 perParameter = perTexel(parameters);
  ${Array.from({ length: block.columns }, (_, c) => `float weights${c} = float(base + (at.y + ${c}) * tileColumns);`).join('\n  ')}
  ${blockProduct(
    block,
    'tileColumns',
    {
      left: (o, r) => D(o, `at.x + ${r}`),
      right: (o, c) => W(o, `weights${c}`),
    },
    8,
  )}
}
`,
});
