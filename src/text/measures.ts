/** What the table of numbers says; it comes with the table. */
import type { Language } from './index';
import { measures as en } from './measures.en';
import { measures as zh } from './measures.zh';

/** Measures that the table has a row for. */
export type MeasureRow =
  | 'reconstruction'
  | 'kl'
  | 'elbo'
  | 'notElbo'
  | 'split'
  | 'mutualInformation'
  | 'aggregateKl'
  | 'coverage'
  | 'momentIdentity'
  | 'gridMass'
  | 'activeAxes'
  | 'spread'
  | 'meanSigma'
  | 'relativeSigma';

/** What the rows are grouped under, in the reader's order. */
export type MeasureGroup = 'loss' | 'together' | 'centres';

export interface MeasureWords {
  readonly caption: string;
  readonly captionAt: (step: string) => string;
  readonly name: string;
  readonly value: string;
  /** Of the button that tells what each measure is. */
  readonly explain: string;
  readonly groups: Readonly<Record<MeasureGroup, string>>;
  readonly rows: Readonly<Record<Exclude<MeasureRow, 'aggregateKl' | 'coverage'>, string>>;
  /** A word on each. */
  readonly says: Readonly<Record<Exclude<MeasureRow, 'reconstruction' | 'activeAxes' | 'relativeSigma'>, string>> & {
    /** @param fromCentres where codes are not drawn from posteriors @param inNats of a likelihood that is a density */
    readonly reconstruction: (fromCentres: boolean, inNats: boolean) => string;
    /** @param widened whether the prior's pull widens posteriors */
    readonly activeAxes: (widened: boolean) => string;
    /** @param sigma the mean σ @param spread that of the centres */
    readonly relativeSigma: (sigma: string, spread: string) => string;
  };
  /** The name of a measure that is taken on the two axes of the plane, not on all. */
  readonly plane: (name: string) => string;
  /** Of several posteriors, by what they are called. */
  readonly aggregateKl: (many: string) => string;
  /** Inside outlines that reach so many σ. */
  readonly coverage: (many: string, reach: string) => string;
  /** Of outlines that are points since no noise is used, and of posteriors that are points. */
  readonly coverageNoNoise: (many: string) => string;
  readonly coverageOfPoints: string;
  readonly curves: string;
  /** A curve, read out. */
  readonly curveLabel: (name: string, value: string) => string;
  /** Of the KL of boxes: all of it, that of ellipses of the same σ, and the rest; how many boxes poke out of the square. */
  readonly boxKl: (kl: string, ellipses: string, rest: string, axis: string, outside: string, all: string) => string;
  /**
   * Of a linear model: its squared error an image, that of as many principal components, how many per cent the first is
   * more, and the angle between their planes in degrees.
   */
  readonly linear: (error: string, least: string, more: string, angle: string) => string;
  /** And of the images that are held out. */
  readonly linearHeldOut: (error: string, components: string) => string;
  /** Where the components have not settled. */
  readonly unsettled: string;
  /** What of both shares is computed when it is opened. */
  readonly evidence: string;
  readonly nats: string;
}

export const measureWords: Readonly<Record<Language, MeasureWords>> = { en, zh };
