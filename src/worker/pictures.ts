import { lift, type PlaneAxes } from '../math/planar';
import { stacked } from '../math/rows';
import type { Observation } from '../model/engine';
import type { PictureRequest, Pictures, View } from './frameProtocol';

/** A view as one call of the engine, and what of it can be answered. */
export interface FlatView {
  /** What all requests want decoded, in the order of their keys; codes, n × d. */
  readonly points: Float32Array;
  /** The images of all requests to rebuild, in the order of their keys. */
  readonly probes: Uint32Array;
  readonly view: View;
}

/**
 * Joins the requests of a view for one call of the engine; images that it is given are another's (given.ts). A view
 * that was asked for before the data set changed may name images that are gone: they are left out, here and in the view
 * that comes back.
 * @param n images of the data set
 * @param latent d, axes of a code
 * @param axes those of the plane that the points are on
 */
export function flattenView(asked: View, n: number, latent: number, axes: PlaneAxes): FlatView {
  const codes: Float32Array[] = [];
  const probes: Uint32Array[] = [];
  const requests: [string, PictureRequest][] = Object.entries(asked.requests).map(([key, request]) => {
    if (request.kind === 'decode') {
      codes.push(lift(request.points, latent, axes));
      return [key, request];
    }
    if (request.kind === 'codes') {
      const known = request.latent === latent ? request.codes : new Float32Array(0);
      codes.push(known);
      return [key, { kind: 'codes', latent, codes: known }];
    }
    if (request.kind === 'sample' || request.kind === 'images') return [key, request];
    const indices = request.indices.filter((index) => index < n);
    probes.push(indices);
    return [key, { ...request, indices }];
  });
  return {
    points: stacked(codes, Float32Array),
    probes: stacked(probes, Uint32Array),
    view: { ...asked, requests: Object.fromEntries(requests) },
  };
}

/**
 * Cuts what the engine answered into the pictures of each request, but for samples, which need codes of their own
 * (sampled.ts).
 * @param view as `flattenView` gives it
 * @param inputs D, pixels of an image
 */
export function splitPictures(view: View, { decoded, reconstructed }: Observation, inputs: number): Pictures {
  let point = 0;
  let probe = 0;
  const pictures = Object.entries(view.requests).flatMap(([key, request]): [string, Float32Array][] => {
    if (request.kind === 'sample' || request.kind === 'images') return [];
    if (request.kind !== 'rebuild') {
      const from = point;
      point += codesIn(request) * inputs;
      return [[key, decoded.slice(from, point)]];
    }
    const from = probe;
    probe += request.indices.length * inputs;
    return [[key, reconstructed.slice(from, probe)]];
  });
  return Object.fromEntries(pictures);
}

/** How many codes a request wants decoded. */
const codesIn = (request: Extract<PictureRequest, { kind: 'decode' | 'codes' }>): number =>
  request.kind === 'decode' ? request.points.length / 2 : request.codes.length / request.latent;
