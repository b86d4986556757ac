import type { Activation } from '../../layout';
import { ACTIVATE } from './activation';
import { MATRIX, type Program, parameterAt, uniforms, WITH_ONE } from './program';

/** What is made of x·W + b: activations with the constant 1 appended, the sum itself, or means in [0, 1]. */
export type DenseOutput = Activation | 'linear' | 'sigmoid' | 'clamp';

const FINISH: Readonly<Record<Exclude<DenseOutput, Activation>, string>> = {
  linear: 'vec4 finish(vec4 a) { return a; }',
  sigmoid: 'vec4 finish(vec4 a) { return 1.0 / (1.0 + exp(-a)); }',
  clamp: 'vec4 finish(vec4 a) { return clamp(a, 0.0, 1.0); }',
};

const isActivation = (output: DenseOutput): output is Activation => output in ACTIVATE;

/**
 * Forward pass of one layer, rows × outputs (+ 1 with an activation).
 * x: rows × (inputs + 1), its last column 1 and its padding finite. `base`: the layer's first tile of parameters.
 */
export const dense = (
  widthBits: number,
  output: DenseOutput,
): Program<'x' | 'parameters', 'base' | 'tileRows' | 'columns'> => ({
  inputs: ['x', 'parameters'],
  uniforms: uniforms('int base', 'int tileRows', 'int columns'),
  code: `${MATRIX}${parameterAt(widthBits)}${WITH_ONE}
${isActivation(output) ? `${ACTIVATE[output]}\nvec4 finish(vec4 a) { return withOne(activate(a), columns); }` : FINISH[output]}
void main() {
  ivec2 at = tile();
  int stride = (columns + 1) >> 1;
  vec4 sum = vec4(0.0);
  if (at.y < stride) {
    int weights = base + at.y;
    for (int i = 0; i < tileRows; i++) {
      vec4 X = tileAt(x, at.x, i);
      vec4 W = parameterAt(parameters, weights);
      sum += X.xxzz * W.xyxy + X.yyww * W.zwzw;
      weights += stride;
    }
  }
  setOutput(finish(sum));
}
`,
});
