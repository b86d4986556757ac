import type { Link } from '../../link';
import { MATRIX, type Program, uniforms } from './program';
import { weightedSum } from './weightedSum';

const APPLY: Readonly<Record<Link, string>> = {
  linear: 'a',
  sigmoid: '1.0 / (1.0 + exp(-a))',
  clamp: 'clamp(a, 0.0, 1.0)',
};

/** Forward pass of a layer without activation, rows × columns. Inputs as in weightedSum.ts. */
export const linear = (
  widthBits: number,
  link: Link,
): Program<'x' | 'parameters', 'base' | 'tileRows' | 'columns', 'values'> => ({
  inputs: ['x', 'parameters'],
  uniforms: uniforms('int base', 'int tileRows', 'int columns'),
  outputs: ['values'],
  code: `${MATRIX}${weightedSum(widthBits)}
void main() {
  vec4 a = weightedSum(x, base, tileRows, columns);
  values = ${APPLY[link]};
}
`,
});
