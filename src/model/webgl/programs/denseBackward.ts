import type { Activation } from '../../layout';
import { DERIVATIVE } from './activation';
import { MATRIX, type Program, uniforms } from './program';
import type { ProductSource } from './weightedSum';

/**
 * Gradient by a layer's inputs before their activation, rows × inputs, from that by its outputs, rows × outputs:
 * (delta·Wᵀ) ⊙ f′. `sum`: delta·Wᵀ (backwardSum.ts). `kept`: what the hidden layer that gave the inputs kept
 * (activation.ts); inputs that no hidden layer gave have no activation (null). `base` and the sizes are of the layer.
 */
export const denseBackward = (
  sum: ProductSource,
  activation: Activation | null,
): Program<string, 'base' | 'rows' | 'inputs' | 'outputs', 'gradient'> => ({
  inputs: activation === null ? sum.inputs : [...sum.inputs, 'kept'],
  uniforms: uniforms('int base', 'int rows', 'int inputs', 'int outputs'),
  outputs: ['gradient'],
  code: `${MATRIX}${sum.code}${activation === null ? '' : DERIVATIVE[activation]}
void main() {
  ivec2 at = tile();
  vec4 sum = backwardSum(base, outputs);
  // Padding and the bias row, which shares a tile with the weights when their number is odd, have no gradient.
  gradient = sum${activation === null ? '' : ' * derivative(tileAt(kept, at.x, at.y))'} * insideOf(corner(), rows, inputs);
}
`,
});
