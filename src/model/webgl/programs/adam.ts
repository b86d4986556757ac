import { ADAM } from '../../adam';
import type { ParameterTiles, Planes } from '../parameterTiles';
import { blockOutputs } from './block';
import { MATRIX, type Program, uniforms } from './program';
import { gradientHere } from './weightGradient';

const { beta1, beta2, epsilon } = ADAM;

/**
 * An Adam step (Kingma & Ba 2014, ε outside the root) of all parameters: new planes from the old ones and the blocks
 * of the gradient. `rate`: learningRate / (1 − β₁ᵗ); `scale`: 1 / (1 − β₂ᵗ), at step t, counted from 1 (adam.ts).
 */
export const adam = (tiles: ParameterTiles): Program<string, 'rate' | 'scale', keyof Planes> => ({
  inputs: ['oldValues', 'oldFirst', 'oldSecond', ...blockOutputs(tiles.block)],
  uniforms: uniforms('float rate', 'float scale'),
  outputs: ['values', 'first', 'second'],
  code: `${MATRIX}${gradientHere(tiles)}
void main() {
  vec2 place = gl_FragCoord.xy * perTexel(oldValues);
  vec4 g = gradientHere();
  first = ${beta1} * texture(oldFirst, place) + ${(1 - beta1).toPrecision(9)} * g;
  second = ${beta2} * texture(oldSecond, place) + ${(1 - beta2).toPrecision(9)} * g * g;
  vec4 move = rate * first / (sqrt(second * scale) + ${epsilon.toExponential()});
  values = texture(oldValues, place) - move;
}
`,
});
