import { type Family, outlineOf } from '../../math/family';
import type { Compared, QuestionWords } from '../../text/questions';
import type { QuestionNumbers } from '../../worker/jobAnswers';
import { coveredUnit } from '../coveredUnit';
import { count, NONE, percent, short } from '../numbers';
import { nats } from '../quantities';

/** What posteriors are, and how the reader's language calls several of them. */
export interface Named {
  readonly family: Family;
  readonly many: string;
}

/** What posteriors are called in an answer, which judges those of more than two axes by what the plane shows of them. */
const seen = ({ latent }: QuestionNumbers, { many }: Named, says: QuestionWords): string =>
  latent > 2 ? says.onPlane(many) : many;

/** A share of a count as per cent; of none there is no share. */
const share = ({ plausible, count: all }: { plausible: number; count: number }): string =>
  percent(all === 0 ? Number.NaN : plausible / all);

/** The plausible share of all draws, from their counts: a mean is 1 but for its rounding. */
export const allPlausible = ({ inside, outside }: QuestionNumbers['plausibility']): string =>
  share({ plausible: inside.plausible + outside.plausible, count: inside.count + outside.count });

/** How much of the plane the codes cover. */
export function regionSentences(answers: QuestionNumbers, named: Named, says: QuestionWords): readonly string[] {
  const { latent, noiseScale, area, circleCoverage, coverage1, coverage2 } = answers;
  const outline = outlineOf(named.family);
  const many = seen(answers, named, says);
  const unit = says.unit[coveredUnit(answers)];
  if (outline === 'point' || noiseScale === 0) return [says.regionOfPoints];
  const covered =
    outline === 'rectangle'
      ? says.regionOnce(many, percent(circleCoverage), unit, percent(coverage1))
      : says.region(many, percent(circleCoverage), unit, percent(coverage1), percent(coverage2));
  return [covered, latent === 1 ? says.length(short(area)) : says.area(short(area))];
}

/** What the cloud of centres looks like, and why. */
export function shapeSentence(answers: QuestionNumbers, named: Named, says: QuestionWords): string {
  const { shape, flatness, hollowness, radialSpread, departure, aggregateKl, explained } = answers.shape;
  const across = percent(Math.sqrt(flatness));
  const emptiness = percent(Math.max(0, hollowness));
  const evidence =
    aggregateKl === null
      ? says.fromNormal(nats(departure))
      : says.fromPrior(seen(answers, named, says), nats(aggregateKl));
  switch (shape) {
    case 'nothing':
      return says.nothing(percent(Math.max(0, explained!)), says.explainedOf[answers.explainedOf]);
    case 'line':
      return answers.latent === 1 ? says.onAxis : says.line(across);
    case 'ring':
      return says.ring(emptiness, percent(radialSpread));
    case 'disc':
      return says.disc(evidence);
    case 'irregular':
      return says.irregular(across, emptiness, evidence);
  }
}

/** Whether what lies between the ellipses decodes to something. */
export function gapSentence(answers: QuestionNumbers, named: Named, says: QuestionWords): string {
  const { inside, outside } = answers.plausibility;
  const many = seen(answers, named, says);
  if (outside.count === 0) return says.noGaps(many, share(inside));
  if (inside.count === 0) return says.onlyGaps(many, share(outside));
  return says.gaps(many, percent(outside.count / (inside.count + outside.count)), share(outside), share(inside));
}

/** How many codes are far from the others. @param n images of the data set */
export function outlierSentence({ outliers }: QuestionNumbers, n: number, says: QuestionWords): string {
  const { count: found, far, alone } = outliers;
  return found === 0 ? says.noOutliers(count(n)) : says.outliers(count(found), count(n), count(far), count(alone));
}

/** How smooth the decoder is inside of the posteriors, and between them. */
export function continuitySentences(answers: QuestionNumbers, named: Named, says: QuestionWords): readonly string[] {
  const { inside, outside } = answers.continuity;
  const many = seen(answers, named, says);
  return [
    ...(inside === null ? [] : [says.continuity(many, short(inside.mean), short(inside.percentile95))]),
    ...(outside === null ? [] : [says.continuityInGaps(short(outside.mean), short(outside.percentile95))]),
  ];
}

/** How much of what the prior draws is plausible. */
export function completenessSentence({ plausibility }: QuestionNumbers, says: QuestionWords): string {
  const { standardError } = plausibility.completeness;
  // Where all are, or none, the draws say nothing of their error.
  return says.completeness(allPlausible(plausibility), standardError < 5e-4 ? '' : percent(standardError));
}

/** The answers as numbers that are laid beside those of another moment. */
export function comparedNumbers(answers: QuestionNumbers, says: QuestionWords): Readonly<Record<Compared, string>> {
  const { shape, aggregateKl, circleCoverage, coverage1, plausibility, continuity, outliers } = answers;
  const { inside, outside } = plausibility;
  const movement = continuity.inside ?? continuity.outside;
  return {
    shape: says.shapes[shape.shape],
    circle: percent(circleCoverage),
    prior: percent(coverage1),
    together: nats(aggregateKl),
    inGaps: percent(outside.count / (inside.count + outside.count)),
    plausible: share(outside),
    completeness: allPlausible(plausibility),
    continuity: movement === null ? NONE : short(movement.mean),
    outliers: count(outliers.count),
  };
}
