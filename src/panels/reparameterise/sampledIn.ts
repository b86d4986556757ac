import type { Code } from '../../draw/plane/marks';
import { reparameterised } from '../../math/draws';
import { lift } from '../../math/planar';
import { onPlane, type PlanarPosteriors } from '../../math/posterior';
import { type PlaneNoise, SAMPLE } from '../../state/staged';
import type { Frame } from '../../worker/frameProtocol';

/** A sample of one image as a frame has it: all of one moment. */
export interface SampledCode {
  readonly index: number;
  readonly noise: PlaneNoise;
  /** Its posterior on the plane. */
  readonly planar: PlanarPosteriors;
  /** z on the plane. */
  readonly code: Code;
  /** Means of its image, and null where they have not come. */
  readonly picture: Float32Array | null;
}

/** @returns null where the frame has none */
export function sampledIn({ view, pictures, noiseScale, plane: { axes } }: Frame): SampledCode | null {
  const asked = view.requests[SAMPLE];
  if (asked?.kind !== 'sample' || asked.posteriors === undefined) return null;
  const { posteriors, index, noise } = asked;
  const z = reparameterised(posteriors, 0, noiseScale, lift(Float32Array.from(noise), posteriors.latent, axes));
  return {
    index,
    noise,
    planar: onPlane(posteriors, axes),
    code: [z[axes[0]]!, axes[1] < 0 ? 0 : z[axes[1]]!],
    picture: pictures[SAMPLE] ?? null,
  };
}
