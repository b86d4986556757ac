import type { Activation } from '../../layout';
import { DERIVATIVE } from './activation';
import { MATRIX, type Program, parameterAt, uniforms } from './program';

/**
 * Gradient by a hidden layer's pre-activations, rows × inputs, from that by the next layer's, rows × outputs:
 * (delta·Wᵀ) ⊙ f′. `kept`: what the hidden layer kept (activation.ts). `base` and the sizes are of the next layer.
 */
export const denseBackward = (
  widthBits: number,
  activation: Activation,
): Program<'delta' | 'parameters' | 'kept', 'base' | 'rows' | 'inputs' | 'outputs'> => ({
  inputs: ['delta', 'parameters', 'kept'],
  uniforms: uniforms('int base', 'int rows', 'int inputs', 'int outputs'),
  code: `${MATRIX}${parameterAt(widthBits)}${DERIVATIVE[activation]}
void main() {
  ivec2 at = tile();
  int tileColumns = (outputs + 1) >> 1;
  int weights = base + at.y * tileColumns;
  vec4 sum = vec4(0.0);
  for (int o = 0; o < tileColumns; o++) {
    vec4 D = tileAt(delta, at.x, o);
    vec4 W = parameterAt(parameters, weights + o);
    sum += D.xxzz * W.xzxz + D.yyww * W.ywyw;
  }
  // Padding and the bias row, which shares a tile with the weights when their number is odd, have no gradient.
  setOutput(sum * derivative(tileAt(kept, at.x, at.y)) * inside(2 * at, rows, inputs));
}
`,
});
