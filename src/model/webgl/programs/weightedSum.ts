import { parameterAt, unrolled } from './program';

const X = (i: string): string => `sampleTile(x, perX, at.x, ${i})`;
const W = (i: string): string => `parameterAt(parameters, perParameter, weights + float(${i}) * stride)`;

/**
 * GLSL of `vec4 weightedSum(sampler2D x, int base, int tileRows, int columns)`: this fragment's tile of x·W + b, where
 * x is rows × (inputs + 1), its last column 1 and its padding finite, and the layer's tiles of parameters start at
 * `base`, `tileRows` × ⌈columns/2⌉ of them. 0 in a tile beyond the columns.
 */
export const weightedSum = (widthBits: number): string => `${parameterAt(widthBits)}
vec4 term(vec4 X, vec4 W) { return X.xxzz * W.xyxy + X.yyww * W.zwzw; }

vec4 weightedSum(sampler2D x, int base, int tileRows, int columns) {
  ivec2 at = tile();
  int tileColumns = (columns + 1) >> 1;
  if (at.y >= tileColumns) return vec4(0.0);
  float stride = float(tileColumns);
  float weights = float(base + at.y);
  vec2 perX = perTexel(x);
  vec2 perParameter = perTexel(parameters);
  vec4 sum = vec4(0.0);
  ${unrolled('tileRows', (i) => `sum += term(${X(i)}, ${W(i)});`)}
  return sum;
}
`;
