import type { GradientPart, ParameterTiles } from '../parameterTiles';
import { blockOutputs, blockProduct, tileOfBlock } from './block';
import { DIVIDED, MATRIX, type Program } from './program';

/**
 * Gradient by all weights, as blocks: xᵀ·delta of each layer, where x are the layer's inputs with the constant 1,
 * rows × (inputs + 1), and delta is the gradient by its outputs before activation, rows × outputs, whose padding is 0.
 * Of the layers of one part, as small layers share a draw: it costs more than their arithmetic. Large ones do not where
 * every branch of a program is computed.
 */
export function weightGradient(
  { layers, width, block }: ParameterTiles,
  { members }: GradientPart,
): Program<string, never> {
  const branches = members.map((i) => {
    const { base, rows, columns } = layers[i]!.blocks;
    const end = base + rows * columns;
    return `if (index < ${end}) accumulate(x${i}, delta${i}, index - ${base}, ${columns});`;
  });
  return {
    inputs: members.flatMap((i) => [`x${i}`, `delta${i}`]),
    uniforms: [],
    outputs: blockOutputs(block),
    code: `${MATRIX}${DIVIDED}
vec4 term(vec4 X, vec4 D) { return X.xxyy * D.xyxy + X.zzww * D.zwzw; }

void accumulate(sampler2D x, sampler2D delta, int index, int blockColumns) {
  ivec2 at = divided(index, blockColumns);
  int row = ${block.rows} * at.x;
  int column = ${block.columns} * at.y;
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

/**
 * GLSL of `vec4 gradientHere()`: this fragment's tile of a plane, out of the blocks. Which layer's it is settles numbers
 * alone, and texels are fetched once: software renderers compute every branch.
 */
export function gradientHere({ layers, width, widthBits, block }: ParameterTiles): string {
  const branches = layers.map(({ base, rows, columns, blocks }) => {
    const end = base + rows * columns;
    return `if (index < ${end}) layer = ivec4(${base}, ${columns}, ${blocks.base}, ${blocks.columns});`;
  });
  return `${DIVIDED}${tileOfBlock(block)}
vec4 gradientHere() {
  int index = tile().x * ${width} + tile().y;
  // First tile, columns, first block, columns of blocks.
  ivec4 layer = ivec4(0);
  ${branches.join('\n  else ')}
  if (layer.y == 0) return vec4(0.0);
  ivec2 at = divided(index - layer.x, layer.y);
  int here = layer.z + (at.x >> ${Math.log2(block.rows)}) * layer.w + (at.y >> ${Math.log2(block.columns)});
  return tileOfBlock(ivec2(here >> ${widthBits}, here & ${width - 1}), at.x, at.y);
}
`;
}
