/**
 * What the worker computes in slices between training steps: types, and the name of an error. A new kind has an entry
 * in each of the two interfaces, an answer in jobAnswers.ts, and a generator in jobs/, which jobs/table.ts names.
 */
import type { Evidence } from '../math/evidence';
import type { PlaneAxes } from '../math/planar';
import type { PlaneWindow } from '../math/window';
import type {
  BothLosses,
  CellRequest,
  DensityField,
  FactorNumbers,
  GeodesicPair,
  HeldOutLoss,
  ImagePosterior,
  IndicatrixField,
  LinearComparison,
  Measures,
  NextStep,
  QuestionNumbers,
  Sheet,
  Stamp,
  Stretch,
  UncoveredCells,
} from './jobAnswers';

/** The name of the error where the script that surveys need does not come. */
export const SURVEYS_MISSING = 'SurveysMissing';

/** What a job of each kind is asked for. */
export interface JobRequests {
  /** The numbers of the code space; with `evidence`, ln p(x) among them, which takes as long as a survey of it. */
  measure: { readonly evidence?: boolean };
  /** The loss over the images that are held out; a RangeError where none are. */
  heldOut: object;
  /** R and K over what is trained on and over what is held out. */
  losses: object;
  /** The aggregated posterior q̄ in size × size cells of a window. */
  density: CellRequest;
  /** Which cells no posterior covers. */
  uncovered: CellRequest;
  /** How much the decoder stretches each cell. */
  stretch: CellRequest;
  /** Ellipses of equal change of the image, at the midpoints of count × count cells. */
  indicatrices: { readonly window: PlaneWindow; readonly count: number };
  /** The shortest way of the image between two points of the plane; `images` of the way, and of the straight line. */
  geodesic: { readonly from: Point; readonly to: Point; readonly images: number };
  /** A linear model beside the principal components of what it is trained on; a RangeError of any other model. */
  pca: object;
  /**
   * The decoder's surface among the images, along their principal components, with its error beside that of two of them; a
   * RangeError of codes of other than two axes, and of a Bernoulli model.
   */
  sheet: object;
  /**
   * ln p(x), the ELBO and the gap between them, over the data, and over what is trained on and what is held out apart:
   * over all of the images, or as many as so many multiplications allow; 2e9, a few seconds of one core, if nothing is
   * said. A RangeError of the squared error, of codes of more than two axes, and of a decoder alone.
   */
  evidence: { readonly operations?: number };
  /** One image: its posterior, the true one in size × size cells around it, and the one that the decoder predicts. */
  posterior: { readonly index: number; readonly axes: PlaneAxes; readonly size: number };
  /** What the four questions about a code space are answered from. */
  questions: object;
  /** What each axis of a code says of each factor of the images; a RangeError where none are known, and of a decoder alone. */
  factors: object;
  /**
   * The next training step, taken apart without being taken: `count` images of its batch, far from each other on the
   * plane, the image `selected` among them where it is in the batch. A RangeError of a model that is not trained.
   */
  nextStep: { readonly count: number; readonly selected: number | null };
}

/** A point of the plane. */
type Point = readonly [x: number, y: number];

/** What a job of each kind answers, of the moment when it was asked for. */
export interface JobAnswers {
  measure: Measures;
  heldOut: HeldOutLoss;
  losses: Stamp & BothLosses;
  density: DensityField;
  uncovered: UncoveredCells;
  stretch: Stretch;
  indicatrices: IndicatrixField;
  geodesic: GeodesicPair;
  pca: LinearComparison;
  sheet: Sheet;
  evidence: Stamp & Evidence;
  posterior: ImagePosterior;
  questions: QuestionNumbers;
  factors: FactorNumbers;
  nextStep: NextStep;
}

export type JobKind = keyof JobRequests;

export type JobRequest<K extends JobKind = JobKind> = { [T in K]: { readonly kind: T } & JobRequests[T] }[K];
