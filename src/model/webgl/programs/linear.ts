import type { Link } from '../../link';
import { MATRIX, type Program, uniforms } from './program';
import type { ProductSource } from './weightedSum';

const APPLY: Readonly<Record<Link, string>> = {
  linear: 'a',
  sigmoid: '1.0 / (1.0 + exp(-a))',
  clamp: 'clamp(a, 0.0, 1.0)',
};

/** Forward pass of a layer without activation, rows × columns. `sum`: x·W + b (weightedSum.ts). */
export const linear = (sum: ProductSource, link: Link): Program<string, 'base' | 'tileRows' | 'columns', 'values'> => ({
  inputs: sum.inputs,
  uniforms: uniforms('int base', 'int tileRows', 'int columns'),
  outputs: ['values'],
  code: `${MATRIX}${sum.code}
void main() {
  vec4 a = weightedSum(base, tileRows, columns);
  values = ${APPLY[link]};
}
`,
});
