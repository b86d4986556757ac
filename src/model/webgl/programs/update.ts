import type { ParameterTiles, Planes } from '../parameterTiles';
import { MATRIX, type Program, uniforms, unrolled } from './program';

export const BETA1 = 0.9;
export const BETA2 = 0.999;
const EPSILON = 1e-8;

/** Textures that every WebGL 2 lets one program read. */
const TEXTURE_UNITS = 16;

/** Consecutive layers whose inputs and deltas, beside the parameters' three planes, fit one program. */
export interface LayerGroup {
  /** Indices of the first layer, and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** All layers in as few groups as possible: one for up to two hidden layers. */
export function layerGroups(layers: number): LayerGroup[] {
  const most = (TEXTURE_UNITS - 3) >> 1;
  return Array.from({ length: Math.ceil(layers / most) }, (_, i) => ({
    from: i * most,
    to: Math.min((i + 1) * most, layers),
  }));
}

const layerInputs = ({ from, to }: LayerGroup): string[] =>
  Array.from({ length: to - from }, (_, i) => [`x${from + i}`, `delta${from + i}`]).flat();

const X = (i: string): string => `sampleTile(x, perX, ${i}, row)`;
const D = (i: string): string => `sampleTile(delta, perDelta, ${i}, column)`;

/**
 * GLSL of `vec4 gradientHere()`: this fragment's tile of the gradient by the group's parameters, xᵀ·delta of its layer,
 * where x are the layer's inputs with the constant 1, rows × (inputs + 1), and delta is the gradient by its outputs
 * before activation, rows × outputs, whose padding is 0. Other groups' fragments stay as they are.
 */
function gradientHere({ layers, width }: ParameterTiles, { from, to }: LayerGroup): string {
  const branches = layers.slice(from, to).map(({ base, rows, columns }, i) => {
    const end = base + rows * columns;
    return `if (index < ${end}) return product(x${from + i}, delta${from + i}, index - ${base}, ${columns});`;
  });
  return `${MATRIX}
vec4 term(vec4 X, vec4 D) { return X.xxyy * D.xyxy + X.zzww * D.zwzw; }

vec4 product(sampler2D x, sampler2D delta, int index, int columns) {
  int row = index / columns;
  int column = index - row * columns;
  int tileRows = textureSize(delta, 0).y;
  vec2 perX = perTexel(x);
  vec2 perDelta = perTexel(delta);
  vec4 sum = vec4(0.0);
  ${unrolled('tileRows', (i) => `sum += term(${X(i)}, ${D(i)});`)}
  return sum;
}

vec4 gradientHere() {
  int index = tile().x * ${width} + tile().y;
  ${from > 0 ? `if (index < ${layers[from]!.base}) discard;` : ''}
  ${branches.join('\n  ')}
  ${to < layers.length ? 'discard;' : ''}
  return vec4(0.0);
}
`;
}

/** The gradient by a group's parameters, as tiles. */
export const weightGradient = (tiles: ParameterTiles, group: LayerGroup): Program<string, never, 'gradient'> => ({
  inputs: layerInputs(group),
  uniforms: [],
  outputs: ['gradient'],
  code: `${gradientHere(tiles, group)}
void main() { gradient = gradientHere(); }
`,
});

/**
 * Gradient and Adam step (Kingma & Ba 2014, ε outside the root) of a group's parameters, as tiles.
 * `rate`: learningRate / (1 − β₁ᵗ); `correction`: 1 / (1 − β₂ᵗ), at step t, counted from 1.
 */
export const update = (
  tiles: ParameterTiles,
  group: LayerGroup,
): Program<string, 'rate' | 'correction', keyof Planes> => ({
  inputs: ['oldValues', 'oldFirst', 'oldSecond', ...layerInputs(group)],
  uniforms: uniforms('float rate', 'float correction'),
  outputs: ['values', 'first', 'second'],
  code: `${gradientHere(tiles, group)}
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
