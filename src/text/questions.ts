/** What the four questions about a code space and their answers say; it comes with the panel. */
import type { Language } from './index';
import { questions as en } from './questions.en';
import { questions as zh } from './questions.zh';

/** What is compared of two moments. */
export type Compared =
  | 'shape'
  | 'circle'
  | 'prior'
  | 'together'
  | 'inGaps'
  | 'plausible'
  | 'completeness'
  | 'continuity'
  | 'outliers';

type Shape = 'nothing' | 'line' | 'ring' | 'disc' | 'irregular';

export interface QuestionWords {
  /** Before the first answer. */
  readonly waiting: string;
  readonly at: (step: string) => string;
  /** Of a decoder alone. */
  readonly none: string;
  /** Of a data set of one image. */
  readonly single: string;
  readonly notNumbers: string;
  readonly asked: Readonly<Record<'region' | 'gaps' | 'outliers' | 'regular', string>>;

  /** Where codes have more axes than the plane. */
  readonly axes: (axes: string) => string;
  /** What posteriors of more axes are called where they are judged on the plane. */
  readonly onPlane: (many: string) => string;

  /**
   * Of several posteriors, by what they are called: shares of the unit, and of the prior inside of them and of such of
   * twice their size.
   */
  readonly region: (many: string, share: string, unit: string, once: string, twice: string) => string;
  /** Where twice the size holds no more, as of rectangles. */
  readonly regionOnce: (many: string, share: string, unit: string, once: string) => string;
  readonly regionOfPoints: string;
  /** What the prior holds within 1σ, on a plane and of codes of one axis: the share above is one of it. */
  readonly unit: Readonly<Record<'circle' | 'interval', string>>;
  readonly area: (area: string) => string;
  /** Of codes of one axis. */
  readonly length: (length: string) => string;
  readonly shapes: Readonly<Record<Shape, string>>;
  /** @param images which of them, as `explainedOf` says */
  readonly nothing: (explained: string, images: string) => string;
  readonly explainedOf: Readonly<Record<'heldOut' | 'all', string>>;
  /** Of codes of one axis, whose centres can lie no other way. */
  readonly onAxis: string;
  readonly line: (across: string) => string;
  readonly ring: (emptiness: string, variation: string) => string;
  readonly disc: (evidence: string) => string;
  readonly irregular: (across: string, emptiness: string, evidence: string) => string;
  readonly fromPrior: (many: string, nats: string) => string;
  readonly fromNormal: (nats: string) => string;

  readonly gaps: (many: string, share: string, plausible: string, inside: string) => string;
  readonly onlyGaps: (many: string, plausible: string) => string;
  readonly noGaps: (many: string, inside: string) => string;
  readonly plausible: string;
  /** Of fewer images than all, which makes fewer decodes plausible. */
  readonly compared: (some: string, all: string) => string;
  readonly gapList: string;
  /** @param code all of it, in brackets where it has several numbers */
  readonly gap: (number: string, code: string) => string;

  readonly outliers: (count: string, all: string, far: string, alone: string) => string;
  readonly noOutliers: (all: string) => string;
  readonly outlierList: string;
  readonly outlier: (index: string, radius: string, isolation: string) => string;

  readonly isRegular: string;
  /** Of points, which β and σ do not make regular. */
  readonly pointsStay: string;
  readonly notRegular: (beta: string, sigma: string) => string;
  readonly regularise: string;
  readonly continuityName: string;
  readonly continuity: (many: string, mean: string, high: string) => string;
  readonly continuityInGaps: (mean: string, high: string) => string;
  readonly continuityMeans: string;
  readonly completenessName: string;
  /** @param error '' where there is none to speak of */
  readonly completeness: (share: string, error: string) => string;
  readonly completenessMeans: string;
  /** Of the two as large numbers: what each is. */
  readonly completenessOf: string;
  readonly continuityOf: string;

  /** Of the buttons that show on the plane what an answer is about. */
  readonly show: Readonly<Record<'uncovered' | 'gaps' | 'outliers', string>>;

  readonly comparison: string;
  readonly what: string;
  readonly before: (step: string, beta: string, sigma: string) => string;
  readonly now: (step: string, beta: string, sigma: string) => string;
  readonly rows: Readonly<Record<Compared, string>>;
  /** In the place of `rows.circle`, of codes of one axis. */
  readonly interval: string;
  readonly forget: string;
}

export const questionWords: Readonly<Record<Language, QuestionWords>> = { en, zh };
