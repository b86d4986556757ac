import type { ParameterTiles } from '../parameterTiles';
import { blockOutputs, blockProduct, tileOfBlock } from './block';
import { MATRIX, type Program } from './program';

/**
 * Gradient by all weights, as blocks: xᵀ·delta of each layer, where x are the layer's inputs with the constant 1,
 * rows × (inputs + 1), and delta is the gradient by its outputs before activation, rows × outputs, whose padding is 0.
 * One draw for all layers, since a draw costs more than its arithmetic.
 */
export function weightGradient({ layers, width, block }: ParameterTiles): Program<string, never> {
  const branches = layers.map(({ blocks: { base, rows, columns } }, i) => {
    const end = base + rows * columns;
    return `if (index < ${end}) accumulate(x${i}, delta${i}, index - ${base}, ${columns});`;
  });
  return {
    inputs: layers.flatMap((_, i) => [`x${i}`, `delta${i}`]),
    uniforms: [],
    outputs: blockOutputs(block),
    code: `${MATRIX}
vec4 term(vec4 X, vec4 D) { return X.xxyy * D.xyxy + X.zzww * D.zwzw; }

void accumulate(sampler2D x, sampler2D delta, int index, int blockColumns) {
  int row = ${block.rows} * (index / blockColumns);
  int column = ${block.columns} * (index % blockColumns);
  int tileRows = textureSize(delta, 0).y;
  vec2 perX = perTexel(x);
  vec2 perDelta = perTexel(delta);
  ${blockProduct(block, 'tileRows', {
    left: (i, r) => `sampleTile(x, perX, ${i}, row + ${r})`,
    right: (i, c) => `sampleTile(delta, perDelta, ${i}, column + ${c})`,
  })}
}

void main() {
  ${blockOutputs(block)
    .map((name) => `${name} = vec4(0.0);`)
    .join(' ')}
  int index = tile().x * ${width} + tile().y;
  ${branches.join('\n  else ')}
}
`,
  };
}

/** GLSL of `vec4 gradientHere()`: this fragment's tile of a plane, out of the blocks. */
export function gradientHere({ layers, width, block }: ParameterTiles): string {
  const branches = layers.map(({ base, rows, columns, blocks }) => {
    const end = base + rows * columns;
    return `if (index < ${end}) return fromBlocks(index - ${base}, ${columns}, ${blocks.base}, ${blocks.columns});`;
  });
  return `${tileOfBlock(block)}
vec4 fromBlocks(int index, int columns, int blockBase, int blockColumns) {
  int row = index / columns;
  int column = index % columns;
  int at = blockBase + row / ${block.rows} * blockColumns + column / ${block.columns};
  return tileOfBlock(ivec2(at / ${width}, at % ${width}), row, column);
}

vec4 gradientHere() {
  int index = tile().x * ${width} + tile().y;
  ${branches.join('\n  ')}
  return vec4(0.0);
}
`;
}
