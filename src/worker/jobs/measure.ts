import type { Coverage } from '../../math/coverage';
import type { Share } from '../../math/holdout';
import { moments } from '../../math/moments';
import { meanKl, onPlane, type Posteriors } from '../../math/posterior';
import { surgery } from '../../math/surgery';
import type { MeasuredLosses, Measures, ShareLosses } from '../jobAnswers';
import type { JobRequests } from '../jobProtocol';
import { coveragesOf } from './coverages';
import { densityOf, evidenceWith } from './evidence';
import type { Moment } from './moment';
import type { Work } from './work';

/** The numbers of a code space at a moment, over all of the data. */
export function* measure(
  moment: Moment,
  { evidence: wantsEvidence = false }: JobRequests['measure'],
  coverage: Coverage,
): Work<Measures> {
  const { step, epoch, axes } = moment;
  const { noiseScale } = moment.hyper;
  const posteriors = yield* moment.posteriors();
  const training = yield* lossesOf('training', moment, posteriors);
  const heldOut = moment.shares.heldOut.length === 0 ? null : yield* lossesOf('heldOut', moment, posteriors);
  const { latent, mu, sigma } = posteriors;
  yield;
  const plane = onPlane(posteriors, axes);
  const { klMean: planeKl, mutualInformation, aggregateKl, gridMass } = yield* surgery(posteriors, axes);
  yield;
  const { activeAxes, meanSigma, spread, largestRadius, identity } = moments(mu, sigma, latent);
  yield;
  const coverages = yield* coveragesOf(coverage, plane, axes, noiseScale);
  // A bound of ln p(x) takes all of a posterior that has a width, and an R that is −ln p(x|z).
  const isBound = noiseScale === 1 && posteriors.family !== 'point' && (yield* moment.model()) !== null;
  const model = wantsEvidence ? yield* densityOf(moment) : null;
  const hasEvidence = model !== null && typeof model !== 'string';
  const evidence = hasEvidence ? yield* evidenceWith(moment, model, posteriors) : null;
  return {
    step,
    epoch,
    noiseScale,
    isBound,
    ...allLosses(training, heldOut),
    training,
    heldOut,
    evidence,
    planeKl,
    mutualInformation,
    aggregateKl,
    gridMass,
    ...coverages,
    activeAxes,
    axes,
    meanSigma: meanSigma.reduce((sum, value) => sum + value / meanSigma.length, 0),
    momentIdentity: [...identity],
    spread,
    largestRadius,
  };
}

function* lossesOf(share: Share, moment: Moment, posteriors: Posteriors): Work<ShareLosses> {
  const images = moment.shares[share];
  const { reconstruction, regulariser } = yield* moment.losses(share);
  yield;
  const kl = yield* meanKl(posteriors, images);
  return { n: images.length, reconstruction, regulariser, kl, elbo: -(reconstruction + kl) };
}

function allLosses(training: ShareLosses, heldOut: ShareLosses | null): MeasuredLosses {
  const shares = heldOut === null ? [training] : [training, heldOut];
  const n = shares.reduce((sum, share) => sum + share.n, 0);
  const mean = (key: 'reconstruction' | 'regulariser' | 'kl'): number =>
    shares.reduce((sum, share) => sum + share[key] * (share.n / n), 0);
  const [reconstruction, kl] = [mean('reconstruction'), mean('kl')];
  return { reconstruction, regulariser: mean('regulariser'), kl, elbo: -(reconstruction + kl) };
}
