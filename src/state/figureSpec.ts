/** What a figure is: its labs with their settings, what is shown of each, and how they lie. */
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
}

/** A sweep of a figure. */
export interface SweepSpec {
  /** What is swept while the address says nothing else; null for the usual plan. */
  readonly plan: SweepPlan | null;
  /** The lab of the page that its models are like in everything else; null for the first. */
  readonly base: string | null;
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
  /** What it sweeps, where it sweeps a setting with models of its own. */
  readonly sweeps?: SweepSpec;
  /** The caption's key in the words; null for none. */
  readonly caption: string | null;
}
