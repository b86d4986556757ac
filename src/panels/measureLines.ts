import { type Family, outlineOf, outlineReach } from '../math/family';
import type { Settings } from '../state/settings';
import type { MeasureGroup, MeasureRow, MeasureWords } from '../text/measures';
import type { MeasuredLosses, Measures } from '../worker/jobAnswers';
import { NONE, percent, short } from './numbers';
import { nats } from './quantities';
import { amount, type InNats } from './units';

/** One row of the table. */
export interface MeasureLine {
  /** Unique in the table. */
  readonly key: string;
  /** What the row is about. */
  readonly of: MeasureRow;
  /** A word on what it is. */
  readonly says: string;
  readonly group: MeasureGroup;
  readonly name: string;
  readonly value: string;
  /** Of the images that are held out; `value` is that of the others then. */
  readonly heldOut?: string;
}

interface Named {
  readonly said: MeasureWords;
  readonly family: Family;
  /** What several posteriors are called. */
  readonly many: string;
}

interface Circumstances extends Named, Pick<Settings, 'latent' | 'beta'> {
  /** Which numbers of the loss have a unit. */
  readonly units: InNats;
}

/** What is inside of the outlines at kσ, as the reader's language has it. @param s share of its posterior that a sample uses */
export function coverageName({ said, family, many }: Named, k: 1 | 2 | 'both', s: number): string {
  if (outlineOf(family) === 'point') return said.coverageOfPoints;
  if (s === 0) return said.coverageNoNoise(many);
  const reaches = (k === 'both' ? ([1, 2] as const) : [k]).map((each) => short(outlineReach(family, each, s)));
  return said.coverage(many, reaches.join('σ · '));
}

/** Of centres that all lie in one place there is none. */
function quotient(sigma: number, spread: number): string {
  return spread === 0 ? NONE : short(sigma / spread);
}

/** Whether outlines at 2σ hold more than those at 1σ: points have none, and nothing of a rectangle is outside of it. */
export const hasSecondOutline = (family: Family, s: number): boolean => outlineOf(family) === 'ellipse' && s > 0;

/** The measures as rows of a table, in the order in which they are read. @param measures null before there are any */
export function measureLines(measures: Measures | null, circumstances: Circumstances): readonly MeasureLine[] {
  const { units, latent, beta, said, family, many } = circumstances;
  const { rows, says, nats: unit } = said;
  const isPoint = outlineOf(family) === 'point';
  const s = measures?.noiseScale ?? 1;
  const saysOf = (of: MeasureRow): string => {
    if (of === 'reconstruction') return says.reconstruction(isPoint || s === 0, units.reconstruction);
    if (of === 'relativeSigma') {
      const [sigma, spread] = [measures?.meanSigma, measures?.spread].map((value) =>
        value === undefined ? NONE : short(value),
      );
      return says.relativeSigma(sigma!, spread!);
    }
    // Without β nothing widens a posterior, and a point has no width.
    return of === 'activeAxes' ? says.activeAxes(beta > 0 && !isPoint) : says[of];
  };
  const line = (
    group: MeasureGroup,
    of: MeasureRow,
    name: string,
    value: (measures: Measures) => string,
    key: string = of,
  ): MeasureLine => ({
    key,
    of,
    group,
    name,
    says: saysOf(of),
    value: measures === null ? NONE : value(measures),
  });
  const inNats = (key: 'mutualInformation' | 'aggregateKl') => {
    return (measures: Measures): string => `${nats(measures[key])} ${unit}`;
  };
  const loss = (of: 'reconstruction' | 'kl' | 'elbo', name: string): MeasureLine => {
    // −(R + KL) has the unit that R has.
    const isInNats = of === 'kl' || units.reconstruction;
    const text = (losses: MeasuredLosses): string => amount(losses[of], isInNats, unit);
    const heldOut = measures?.heldOut ?? null;
    return { ...line('loss', of, name, ({ training }) => text(training)), ...(heldOut && { heldOut: text(heldOut) }) };
  };
  // The quadrature looks at the plane alone: with more axes its parts do not add up to the KL of all of them.
  const onPlane = (name: string): string => (latent > 2 ? said.plane(name) : name);
  return [
    loss('reconstruction', rows.reconstruction),
    loss('kl', rows.kl),
    measures === null || measures.isBound
      ? loss('elbo', rows.elbo)
      : { ...loss('elbo', rows.notElbo), of: 'notElbo', says: says.notElbo },
    line('together', 'split', onPlane(rows.split), (of) => {
      return `${nats(of.planeKl)} = ${nats(of.mutualInformation)} + ${nats(of.aggregateKl)} ${unit}`;
    }),
    line('together', 'mutualInformation', onPlane(rows.mutualInformation), inNats('mutualInformation')),
    line('together', 'aggregateKl', onPlane(said.aggregateKl(many)), inNats('aggregateKl')),
    line('together', 'coverage', onPlane(coverageName(circumstances, 1, s)), ({ coverage1 }) => percent(coverage1)),
    ...(hasSecondOutline(family, s)
      ? [
          line(
            'together',
            'coverage',
            onPlane(coverageName(circumstances, 2, s)),
            ({ coverage2 }) => percent(coverage2),
            'coverage2',
          ),
        ]
      : []),
    line('together', 'momentIdentity', rows.momentIdentity, ({ momentIdentity }) =>
      momentIdentity.map(short).join(' · '),
    ),
    line('together', 'gridMass', onPlane(rows.gridMass), ({ gridMass }) => percent(gridMass)),
    line('centres', 'activeAxes', rows.activeAxes, ({ activeAxes }) => short(activeAxes)),
    line('centres', 'spread', rows.spread, ({ spread }) => short(spread)),
    line('centres', 'meanSigma', rows.meanSigma, ({ meanSigma }) => short(meanSigma)),
    line('centres', 'relativeSigma', rows.relativeSigma, ({ meanSigma, spread }) => quotient(meanSigma, spread)),
  ];
}
