import type { Activation } from '../../layout';
import { ACTIVATE, keepsPreActivation } from './activation';
import { MATRIX, type Program, uniforms, WITH_ONE } from './program';
import { weightedSum } from './weightedSum';

/**
 * Forward pass of a hidden layer, rows × (columns + 1) with the constant 1; where the derivative needs them
 * (activation.ts), the pre-activations, too. Inputs as in weightedSum.ts.
 */
export function hidden(
  widthBits: number,
  activation: Activation,
): Program<'x' | 'parameters', 'base' | 'tileRows' | 'columns', 'values' | 'kept'> {
  const keeps = keepsPreActivation(activation);
  return {
    inputs: ['x', 'parameters'],
    uniforms: uniforms('int base', 'int tileRows', 'int columns'),
    outputs: keeps ? ['values', 'kept'] : ['values'],
    code: `${MATRIX}${weightedSum(widthBits)}${WITH_ONE}${ACTIVATE[activation]}
void main() {
  vec4 a = weightedSum(x, base, tileRows, columns);
  values = withOne(activate(a), columns);
  ${keeps ? 'kept = a;' : ''}
}
`,
  };
}
