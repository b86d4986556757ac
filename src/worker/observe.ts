import type { Coverage } from '../math/coverage';
import { outlineReach } from '../math/family';
import { lineUnion, unitShare } from '../math/lineUnion';
import { moments } from '../math/moments';
import { mostActive, type PlaneAxes } from '../math/planar';
import { everyNth, onPlane, posteriorsOf } from '../math/posterior';
import type { Observation } from '../model/engine';
import { createLayout, familyOf } from '../model/layout';
import type { Frame, View } from './frameProtocol';
import type { GivenInFrame, GivenLook } from './given';
import { flattenView, splitPictures } from './pictures';
import type { Player } from './player';
import { isTrained, type Run } from './run';
import { type Sampled, sampled } from './sampled';

/** Posteriors in a frame at most: of a larger data set every so many images are shown. */
const SHOWN = 8192;

/**
 * Images times parameters of the encoder in one frame, at most: 15 ms on one core (tests/bench/RESULTS.md, “Growth”). Of a
 * larger model fewer images are shown, or its frames would come late.
 */
const ENCODED = 4e8;

/**
 * Images times parameters up to which the loss over all that is trained on is taken at rest: about a tenth of a second on the
 * slower engine. A larger run would keep a reader waiting at every move of a slider.
 */
const MEASURED = 4e8;

/** One moment of a run, as the engine has it. */
export interface Look
  extends Pick<
    Frame,
    'step' | 'epoch' | 'noiseScale' | 'beta' | 'likelihood' | 'regulariser' | 'sigmaX' | 'training' | 'restLosses'
  > {
  /** What could be asked of this run. */
  readonly view: View;
  readonly axes: PlaneAxes;
  readonly stride: number;
  /** Of the posteriors that were observed every so many are for the frame; what is measured is measured of all. */
  readonly thinning: number;
  readonly observed: Observation;
  readonly samples: Sampled;
  readonly images: GivenInFrame;
}

/**
 * Looks at the present moment of a run, which may train on before the engine answers.
 * @param training whether it does
 * @param resting whether it stands still for long: then the loss over all that is trained on belongs to what is seen
 * @param given looks at the images that the view gives
 */
export async function look(
  run: Run,
  asked: View,
  { training, resting }: Pick<Player, 'training' | 'resting'>,
  given: GivenLook,
): Promise<Look> {
  const { trainer, images, architecture } = run;
  // A view that was asked for before the architecture changed may name axes that are gone.
  const axes = asked.axes?.every((axis) => axis < architecture.latent) ? asked.axes : run.axes;
  run.shown = axes;
  // A decoder alone can rebuild nothing.
  const rebuilt = run.canEncode ? images.n : 0;
  const { view, ...request } = flattenView(asked, rebuilt, architecture.latent, axes);
  // The decoder has as many parameters as the encoder.
  const shown = Math.min(SHOWN, ENCODED / (createLayout(architecture).size / 2));
  const stride = Math.ceil(images.n / shown);
  const thinning = training && asked.most !== undefined ? Math.ceil(images.n / stride / asked.most) : 1;
  const { hyper, step, epoch } = trainer;
  const { noiseScale, beta, likelihood, regulariser } = hyper;
  // All are asked for at once, so that they are of one moment.
  const [observed, restLosses, samples, lookedAt] = await Promise.all([
    trainer.engine.observe({ ...request, stride, likelihood }),
    resting && isTrained(run) && images.n * createLayout(architecture).size <= MEASURED
      ? trainer.evaluate('training')
      : null,
    sampled(run, view, axes),
    given.look(asked, run, axes),
  ]);
  const sigmaX = likelihood === 'gaussian' ? hyper.sigmaX : observed.sigmaX;
  const settings = { noiseScale, beta, likelihood, regulariser, sigmaX };
  return {
    ...{ step, epoch, ...settings, training, restLosses, view, axes, stride, thinning },
    ...{ observed, samples, images: lookedAt },
  };
}

/** The frame of a moment. From then on the run shows the axes that are most active now. */
export function frameOf(run: Run, seen: Look, stepsPerSecond: number, coverage: Coverage): Frame {
  const { observed, samples, images, axes, view: asked, stride, thinning, ...moment } = seen;
  const { latent, inputs } = run.architecture;
  const posteriors = posteriorsOf(familyOf(run.architecture), latent, observed.codes);
  run.axes = mostActive(moments(posteriors.mu, posteriors.sigma, latent).variance, run.axes);
  const plane = { axes, ...onPlane(posteriors, axes) };
  const shown = everyNth(posteriors, thinning);
  const reach = outlineReach(plane.family, 1, moment.noiseScale);
  return {
    ...moment,
    stepsPerSecond,
    losses: observed.losses,
    stride: stride * thinning,
    ...shown,
    plane: thinning === 1 ? plane : { axes, ...onPlane(shown, axes) },
    circleCoverage: axes[1] < 0 ? unitShare(lineUnion(plane, reach)) : coverage.circleCoverage(plane, reach),
    view: { ...asked, requests: { ...asked.requests, ...samples.requests } },
    pictures: { ...splitPictures(asked, observed, inputs), ...samples.pictures, ...images.pictures },
    given: images.given,
  };
}
