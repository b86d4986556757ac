/** What a figure is: its labs with their settings, what is shown of each, and how they lie. */
import type { LabChanges } from './address';
import type { Hideable } from './embedLink';
import type { Key, Settings } from './settings';
import type { SweepPlan } from './sweepPlan';

/** The parts of a figure. */
export const PANELS = [
  'transport',
  'controls',
  'plane',
  'sample',
  'draw',
  'grid',
  'region',
  'strip',
  'pins',
  'path',
  'slowMotion',
  'reparameterise',
  'prior',
  'timeline',
  'loss',
  'more',
  'numbers',
  'questions',
  'factors',
] as const;

export type PanelName = (typeof PANELS)[number];

/** One model of a figure, and what is shown of it. */
export interface FigureLab {
  /** Unique on the page: `window.labs[id]` and the address know it by this. */
  readonly id: string;
  /** What differs from the defaults. */
  readonly settings: Partial<Settings>;
  readonly panels: readonly PanelName[];
  /** What its plane shows at first; what is not named is as usual. */
  readonly opening?: Opening;
}

/** What a plane can show at first: layers, from the back, pins, and the image that is selected. */
export type Opening = Pick<LabChanges, 'layers' | 'pins' | 'image'>;

/** A sweep of a figure. */
export interface SweepSpec {
  /** What is swept while the address says nothing else; null for the usual plan. */
  readonly plan: SweepPlan | null;
  /** The lab of the page that its models are like in everything else; null for the first. */
  readonly base: string | null;
}

/**
 * What a small figure can show large: `gap`, ln p(x) − ELBO of the selected image; `loss`, R + βK; `completeness`, with the
 * continuity below it, of the four questions; or a row of the table of numbers by its name.
 */
export type LargeNumber =
  | 'gap'
  | 'loss'
  | 'reconstruction'
  | 'kl'
  | 'elbo'
  | 'mutualInformation'
  | 'aggregateKl'
  | 'coverage'
  | 'activeAxes'
  | 'spread'
  | 'meanSigma'
  | 'relativeSigma'
  | 'completeness';

/** A figure that makes one point: the controls that it needs, and the number that it is about. */
export interface SmallSpec {
  /** Settings whose controls are shown, in this order; two or three. */
  readonly controls: readonly Extract<Hideable, Key>[];
  /** Controls besides those of settings that are shown, such as the counters; play and reset always are. */
  readonly parts?: readonly Exclude<Hideable, Key>[];
  /** null for none. */
  readonly number: LargeNumber | null;
  /**
   * A chart beside the plane: `klParts`, the KL as what each posterior keeps to itself and what all together miss; `axes`,
   * what each axis of a code does to the image; `blend`, the decode of a place and the mean of the images that share it.
   */
  readonly chart?: 'klParts' | 'axes' | 'blend';
}

export interface FigureSpec {
  /** Its place on the page, `#id`; the id of its first lab, too. */
  readonly id: string;
  /** One, or several side by side; none of a figure that makes its own. */
  readonly labs: readonly FigureLab[];
  /** Settings that are the same in all labs of the figure, whichever of them is changed. */
  readonly linked: readonly Key[];
  /**
   * Whether its labs are compared: they have window, pins, pointer, layers, selected image and step in common, and one
   * row of controls for all that is the same.
   */
  readonly compared?: boolean;
  /**
   * Of labs that are compared: whether each has a window, pins and a pointer of its own, where the codes of one are spread
   * many times as wide as those of the other.
   */
  readonly apart?: boolean;
  /** What it sweeps, where it sweeps a setting with models of its own. */
  readonly sweeps?: SweepSpec;
  /** Of one that makes one point; its labs show only a few controls. */
  readonly small?: SmallSpec;
  /**
   * Whether it has a component of its own, which is fetched by the figure's id (src/figures/own/parts.ts), as is what it
   * can be set to besides the settings of its labs, if it has any (src/figures/own/values.ts).
   */
  readonly own?: boolean;
}
