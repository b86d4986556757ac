import type { Activation } from '../../layout';
import { DERIVATIVE } from './activation';
import { MATRIX, type Program, parameterAt, uniforms, unrolled } from './program';

const D = (o: string): string => `sampleTile(delta, perDelta, at.x, ${o})`;
const W = (o: string): string => `parameterAt(parameters, perParameter, weights + float(${o}))`;

/**
 * Gradient by a hidden layer's pre-activations, rows × inputs, from that by the next layer's, rows × outputs:
 * (delta·Wᵀ) ⊙ f′. `kept`: what the hidden layer kept (activation.ts). `base` and the sizes are of the next layer.
 */
export const denseBackward = (
  widthBits: number,
  activation: Activation,
): Program<'delta' | 'parameters' | 'kept', 'base' | 'rows' | 'inputs' | 'outputs', 'gradient'> => ({
  inputs: ['delta', 'parameters', 'kept'],
  uniforms: uniforms('int base', 'int rows', 'int inputs', 'int outputs'),
  outputs: ['gradient'],
  code: `${MATRIX}${parameterAt(widthBits)}${DERIVATIVE[activation]}
vec4 term(vec4 D, vec4 W) { return D.xxzz * W.xzxz + D.yyww * W.ywyw; }

void main() {
  ivec2 at = tile();
  int tileColumns = (outputs + 1) >> 1;
  float weights = float(base + at.y * tileColumns);
  vec2 perDelta = perTexel(delta);
  vec2 perParameter = perTexel(parameters);
  vec4 sum = vec4(0.0);
  ${unrolled('tileColumns', (o) => `sum += term(${D(o)}, ${W(o)});`)}
  // Padding and the bias row, which shares a tile with the weights when their number is odd, have no gradient.
  gradient = sum * derivative(tileAt(kept, at.x, at.y)) * insideOf(corner(), rows, inputs);
}
`,
});
