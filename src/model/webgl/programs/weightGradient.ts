import type { ParameterTiles } from '../parameterTiles';
import { MATRIX, type Program } from './program';

/**
 * Gradient by all parameters, one plane of their tiles: xᵀ·delta of each layer, where x are its inputs with the
 * constant 1, rows × (inputs + 1), and delta is the gradient by its outputs before activation, rows × outputs. Padding
 * of the batch needs a delta of 0 there. One draw for all layers, since a draw costs more than its arithmetic.
 */
export function weightGradient({ layers, width }: ParameterTiles): Program {
  const branches = layers.map(({ base, rows, columns }, i) => {
    const end = base + rows * columns;
    return `if (index < ${end}) setOutput(product(x${i}, delta${i}, index - ${base}, ${columns}));`;
  });
  return {
    inputs: layers.flatMap((_, i) => [`x${i}`, `delta${i}`]),
    uniforms: [],
    code: `${MATRIX}
vec4 product(sampler2D x, sampler2D delta, int index, int columns) {
  int i = index / columns;
  int o = index - i * columns;
  int tileRows = textureSize(delta, 0).y;
  vec4 sum = vec4(0.0);
  for (int row = 0; row < tileRows; row++) {
    vec4 X = tileAt(x, row, i);
    vec4 D = tileAt(delta, row, o);
    sum += X.xxyy * D.xyxy + X.zzww * D.zwzw;
  }
  return sum;
}

void main() {
  int index = tile().x * ${width} + tile().y;
  ${branches.join('\n  else ')}
  else setOutput(vec4(0.0));
}
`,
  };
}
