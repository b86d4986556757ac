import type { ParameterTiles, Planes } from '../parameterTiles';
import { MATRIX, type Program, uniforms } from './program';
import { gradientHere, QUARTERS, type Quarter } from './weightGradient';

export const BETA1 = 0.9;
export const BETA2 = 0.999;
const EPSILON = 1e-8;

/**
 * An Adam step (Kingma & Ba 2014, ε outside the root) of all parameters: new planes from the old ones and the blocks
 * of the gradient. `rate`: learningRate / (1 − β₁ᵗ); `correction`: 1 / (1 − β₂ᵗ), at step t, counted from 1.
 */
export const adam = (
  tiles: ParameterTiles,
): Program<'oldValues' | 'oldFirst' | 'oldSecond' | Quarter, 'rate' | 'correction', keyof Planes> => ({
  inputs: ['oldValues', 'oldFirst', 'oldSecond', ...QUARTERS],
  uniforms: uniforms('float rate', 'float correction'),
  outputs: ['values', 'first', 'second'],
  code: `${MATRIX}${gradientHere(tiles)}
void main() {
  ivec2 at = tile();
  vec4 g = gradientHere();
  first = ${BETA1} * tileAt(oldFirst, at.x, at.y) + ${(1 - BETA1).toPrecision(9)} * g;
  second = ${BETA2} * tileAt(oldSecond, at.x, at.y) + ${(1 - BETA2).toPrecision(9)} * g * g;
  vec4 move = rate * first / (sqrt(second * correction) + ${EPSILON.toExponential()});
  values = tileAt(oldValues, at.x, at.y) - move;
}
`,
});
