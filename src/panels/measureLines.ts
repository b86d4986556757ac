import type { Settings } from '../state/settings';
import type { MeasureGroup, MeasureRow, MeasureWords } from '../text/measures';
import type { Measures } from '../worker/jobProtocol';
import { NONE, nats, percent, short } from './numbers';

/** One row of the table. */
export interface MeasureLine {
  /** Unique in the table. */
  readonly key: string;
  /** What the row is about: it says which word explains it. */
  readonly of: MeasureRow;
  readonly group: MeasureGroup;
  readonly name: string;
  readonly value: string;
}

interface Circumstances extends Pick<Settings, 'likelihood' | 'latent'> {
  readonly said: MeasureWords;
}

/** The measures as rows of a table, in the order in which they are read. @param measures null before there are any */
export function measureLines(
  measures: Measures | null,
  { likelihood, latent, said }: Circumstances,
): readonly MeasureLine[] {
  const { rows, nats: unit } = said;
  const s = measures?.noiseScale ?? 1;
  const line = (
    group: MeasureGroup,
    of: MeasureRow,
    name: string,
    value: (measures: Measures) => string,
    key: string = of,
  ): MeasureLine => ({ key, of, group, name, value: measures === null ? NONE : value(measures) });
  const inNats = (key: 'reconstruction' | 'kl' | 'planeKl' | 'mutualInformation' | 'aggregateKl' | 'elbo') => {
    return (measures: Measures): string => `${nats(measures[key])} ${unit}`;
  };
  // The quadrature looks at the plane alone: with more axes its parts do not add up to the KL of all of them.
  const onPlane = (name: string): string => (latent > 2 ? said.plane(name) : name);
  // A bound of ln p(x) takes all of the ellipse, and an R that is −ln p(x|z).
  const isBound = s === 1 && likelihood !== 'squared';
  return [
    line('loss', 'reconstruction', rows.reconstruction, inNats('reconstruction')),
    line('loss', 'kl', rows.kl, inNats('kl')),
    line('loss', 'elbo', isBound ? rows.elbo : said.notElbo, inNats('elbo')),
    line('together', 'split', onPlane(rows.split), (of) => {
      return `${nats(of.planeKl)} = ${nats(of.mutualInformation)} + ${nats(of.aggregateKl)} ${unit}`;
    }),
    line('together', 'mutualInformation', onPlane(rows.mutualInformation), inNats('mutualInformation')),
    line('together', 'aggregateKl', onPlane(rows.aggregateKl), inNats('aggregateKl')),
    ...(s === 0
      ? [line('together', 'coverage', onPlane(said.coverageOfPoints), ({ coverage1 }) => percent(coverage1))]
      : [
          line('together', 'coverage', onPlane(said.coverage(short(s))), ({ coverage1 }) => percent(coverage1)),
          line(
            'together',
            'coverage',
            onPlane(said.coverage(short(2 * s))),
            ({ coverage2 }) => percent(coverage2),
            'coverage2',
          ),
        ]),
    line('together', 'momentIdentity', rows.momentIdentity, ({ momentIdentity }) =>
      momentIdentity.map(short).join(' · '),
    ),
    line('together', 'gridMass', onPlane(rows.gridMass), ({ gridMass }) => percent(gridMass)),
    line('centres', 'activeAxes', rows.activeAxes, ({ activeAxes }) => short(activeAxes)),
    line('centres', 'spread', rows.spread, ({ spread }) => short(spread)),
    line('centres', 'meanSigma', rows.meanSigma, ({ meanSigma }) => short(meanSigma)),
  ];
}
