import type { Observation } from '../model/engine';
import type { Pictures, View } from './protocol';

/** The parts of a view, in the order in which they are joined. */
const POINTS = ['grid', 'pins', 'lens'] as const;
const PROBES = ['strip', 'hover'] as const;

/**
 * Joins the parts of a view for one call of the engine. A view that was asked for before the data set changed may name
 * images that are gone: they are left out, here and in the view that comes back.
 * @param n images of the data set
 */
export function flattenView(view: View, n: number): { points: Float32Array; probes: Uint32Array; view: View } {
  const known = (indices: Uint32Array): Uint32Array => indices.filter((index) => index < n);
  const probes = { strip: known(view.probes.strip), hover: known(view.probes.hover) };
  return {
    points: Float32Array.from(POINTS.flatMap((part) => [...view.points[part]])),
    probes: Uint32Array.from(PROBES.flatMap((part) => [...probes[part]])),
    view: { points: view.points, probes },
  };
}

/**
 * Cuts what the engine answered into the parts of the view.
 * @param latent d, numbers of a code
 * @param inputs D, pixels of an image
 */
export function splitPictures(view: View, observed: Observation, latent: number, inputs: number): Pictures {
  const pictures: Partial<Record<keyof Pictures, Float32Array>> = {};
  let at = 0;
  for (const part of POINTS) {
    const length = (view.points[part].length / latent) * inputs;
    pictures[part] = observed.decoded.slice(at, at + length);
    at += length;
  }
  at = 0;
  for (const part of PROBES) {
    const length = view.probes[part].length * inputs;
    pictures[part] = observed.reconstructed.slice(at, at + length);
    at += length;
  }
  return pictures as Pictures;
}
