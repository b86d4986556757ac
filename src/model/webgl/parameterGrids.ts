import type { Parameters } from '../engine';
import type { Layout } from '../layout';
import type { Device, Grid } from './device';
import { fromPlane, type ParameterTiles, type Planes, toPlane } from './parameterTiles';

/** All that is trained, on the GPU. */
export interface Model {
  readonly planes: Planes;
  /** One texel: ln σ̃² with its moments (programs/observation.ts). */
  readonly observation: Grid;
}

/** The parts of `Parameters` in the order of their grids, and of the texel's values. */
const PARTS = ['values', 'first', 'second'] as const;

export const gridsOf = ({ planes, observation }: Model): readonly Grid[] => [
  ...PARTS.map((part) => planes[part]),
  observation,
];

/** Parameters that fit the layout, in grids that the caller releases. */
export function uploadModel(device: Device, layout: Layout, tiles: ParameterTiles, from: Parameters): Model {
  const plane = (flat: Float32Array): Grid => {
    const grid = device.allocate(tiles.height, tiles.width);
    device.write(grid, 0, tiles.height, toPlane(tiles, flat));
    return grid;
  };
  const observation = device.allocate(1, 1);
  device.write(observation, 0, 1, Float32Array.of(...PARTS.map((part) => from[part][layout.observation]!), 0));
  return { planes: { values: plane(from.values), first: plane(from.first), second: plane(from.second) }, observation };
}

/** The flat arrays of a model from the texels of its grids, in the order of `gridsOf`. */
export function flatModel(
  layout: Layout,
  tiles: ParameterTiles,
  texels: readonly Float32Array[],
): Pick<Parameters, (typeof PARTS)[number]> {
  const observation = texels[PARTS.length]!;
  const [values, first, second] = PARTS.map((_, i) => {
    const flat = fromPlane(tiles, texels[i]!, layout.size);
    flat[layout.observation] = observation[i]!;
    return flat;
  }) as [Float32Array, Float32Array, Float32Array];
  return { values, first, second };
}
