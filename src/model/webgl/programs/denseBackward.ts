import type { Activation } from '../../layout';
import { DERIVATIVE } from './activation';
import { MATRIX, type Program, parameterAt, uniforms, unrolled } from './program';

const D = (o: string): string => `sampleTile(delta, perDelta, at.x, ${o})`;
const W = (o: string): string => `parameterAt(parameters, perParameter, weights + float(${o}))`;

type Sizes = 'base' | 'rows' | 'inputs' | 'outputs';

/**
 * Gradient by a layer's inputs before their activation, rows × inputs, from that by its outputs, rows × outputs:
 * (delta·Wᵀ) ⊙ f′. `kept`: what the hidden layer that gave the inputs kept (activation.ts); inputs that no hidden layer
 * gave have no activation (null). `base` and the sizes are of the layer.
 */
export function denseBackward(
  widthBits: number,
  activation: Activation,
): Program<'delta' | 'parameters' | 'kept', Sizes, 'gradient'>;
export function denseBackward(widthBits: number, activation: null): Program<'delta' | 'parameters', Sizes, 'gradient'>;
export function denseBackward(widthBits: number, activation: Activation | null): Program<string, Sizes, 'gradient'> {
  return {
    inputs: activation === null ? ['delta', 'parameters'] : ['delta', 'parameters', 'kept'],
    uniforms: uniforms('int base', 'int rows', 'int inputs', 'int outputs'),
    outputs: ['gradient'],
    code: `${MATRIX}${parameterAt(widthBits)}${activation === null ? '' : DERIVATIVE[activation]}
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
  gradient = sum${activation === null ? '' : ' * derivative(tileAt(kept, at.x, at.y))'} * insideOf(corner(), rows, inputs);
}
`,
  };
}
