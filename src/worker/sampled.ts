import { reparameterised } from '../math/draws';
import { lift, type PlaneAxes } from '../math/planar';
import { posteriorsOf } from '../math/posterior';
import { rowsAt } from '../math/rows';
import { familyOf } from '../model/layout';
import type { Pictures, SampleRequest, View } from './frameProtocol';
import type { Run } from './run';

/** What of a view asks for samples, with the posteriors that they are from, and their pictures. */
export interface Sampled {
  readonly requests: Readonly<Record<string, SampleRequest>>;
  readonly pictures: Pictures;
}

/**
 * Samples codes of single images and decodes them, at the moment when it is called: the run may train on meanwhile.
 * @param axes of the plane, which the noise is on
 */
export async function sampled(
  { trainer, images, architecture, canEncode }: Pick<Run, 'trainer' | 'images' | 'architecture' | 'canEncode'>,
  { requests }: View,
  axes: PlaneAxes,
): Promise<Sampled> {
  const asked = Object.entries(requests).flatMap(([key, request]): [string, SampleRequest][] =>
    request.kind === 'sample' && canEncode && request.index < images.n ? [[key, request]] : [],
  );
  if (asked.length === 0) return { requests: {}, pictures: {} };
  const { noiseScale, likelihood } = trainer.hyper;
  const { inputs, latent } = architecture;
  const still = trainer.engine.still();
  try {
    const answers = await Promise.all(
      asked.map(async ([key, request]) => {
        const codes = await still.encode(rowsAt(images.images, inputs, Uint32Array.of(request.index)));
        const posteriors = posteriorsOf(familyOf(architecture), latent, codes);
        const noise = lift(Float32Array.from(request.noise), latent, axes);
        const picture = await still.decode(reparameterised(posteriors, 0, noiseScale, noise), likelihood);
        return { key, request: { ...request, posteriors }, picture };
      }),
    );
    return {
      requests: Object.fromEntries(answers.map(({ key, request }) => [key, request])),
      pictures: Object.fromEntries(answers.map(({ key, picture }) => [key, picture])),
    };
  } finally {
    still.dispose();
  }
}
