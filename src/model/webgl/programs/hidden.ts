import type { Activation } from '../../layout';
import { ACTIVATE, keepsPreActivation } from './activation';
import { MATRIX, type Program, uniforms, WITH_ONE } from './program';
import type { ProductSource } from './weightedSum';

/**
 * Forward pass of a hidden layer, rows × (columns + 1) with the constant 1; where the derivative needs them
 * (activation.ts), the pre-activations, too. `sum`: x·W + b (weightedSum.ts).
 */
export function hidden(
  sum: ProductSource,
  activation: Activation,
): Program<string, 'base' | 'tileRows' | 'columns', 'values' | 'kept'> {
  const keeps = keepsPreActivation(activation);
  return {
    inputs: sum.inputs,
    uniforms: uniforms('int base', 'int tileRows', 'int columns'),
    outputs: keeps ? ['values', 'kept'] : ['values'],
    code: `${MATRIX}${sum.code}${WITH_ONE}${ACTIVATE[activation]}
void main() {
  vec4 a = weightedSum(base, tileRows, columns);
  values = withOne(activate(a), columns);
  ${keeps ? 'kept = a;' : ''}
}
`,
  };
}
