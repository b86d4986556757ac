import { lift, type PlaneAxes } from '../math/planar';
import type { Observation } from '../model/engine';
import type { Pictures, View } from './protocol';

/** The parts of a view, in the order in which they are joined. */
const POINTS = ['grid', 'pins', 'lens'] as const;
const PROBES = ['strip', 'hover'] as const;

function join<T extends Float32Array | Uint32Array>(parts: readonly T[], joined: T): T {
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

const lengthOf = (parts: readonly { length: number }[]): number => parts.reduce((sum, { length }) => sum + length, 0);

/**
 * Joins the parts of a view for one call of the engine. A view that was asked for before the data set changed may name
 * images that are gone: they are left out, here and in the view that comes back.
 * @param n images of the data set
 * @param latent d, axes of a code
 * @param axes those of the plane that the points are on
 */
export function flattenView(
  view: View,
  n: number,
  latent: number,
  axes: PlaneAxes,
): { points: Float32Array; probes: Uint32Array; view: View } {
  const known = (indices: Uint32Array): Uint32Array => indices.filter((index) => index < n);
  const probes = { strip: known(view.probes.strip), hover: known(view.probes.hover) };
  const points = POINTS.map((part) => view.points[part]);
  const indices = PROBES.map((part) => probes[part]);
  return {
    points: lift(join(points, new Float32Array(lengthOf(points))), latent, axes),
    probes: join(indices, new Uint32Array(lengthOf(indices))),
    view: { ...view, probes },
  };
}

/**
 * Cuts what the engine answered into the parts of the view.
 * @param inputs D, pixels of an image
 */
export function splitPictures(view: View, observed: Observation, inputs: number): Pictures {
  const pictures: Partial<Record<keyof Pictures, Float32Array>> = {};
  let at = 0;
  for (const part of POINTS) {
    const end = at + (view.points[part].length / 2) * inputs;
    pictures[part] = observed.decoded.slice(at, end);
    at = end;
  }
  at = 0;
  for (const part of PROBES) {
    const end = at + view.probes[part].length * inputs;
    pictures[part] = observed.reconstructed.slice(at, end);
    at = end;
  }
  return pictures as Pictures;
}
