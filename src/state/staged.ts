/** What panels that are open show on the plane, beside the frame: types, and nothing at first. */
import type { Posteriors } from '../math/posterior';
import type { NextStep } from '../worker/jobAnswers';

/** A training step, stage by stage. */
export type Stage = 'batch' | 'ellipses' | 'noise' | 'sample' | 'decode' | 'loss' | 'pulls' | 'move';

/** One training step in slow motion. */
export interface SlowScene {
  readonly stage: Stage;
  /** The step; null while it is being taken apart. */
  readonly step: NextStep | null;
  /** Posteriors of the highlighted images after the step, in their order; null until it has been taken. */
  readonly after: Posteriors | null;
  /** How far what moves at this stage has come, 0 … 1. */
  readonly progress: number;
  /** Whether it goes on by itself. */
  readonly playing: boolean;
  /** Why there is no step to show, as the worker says it; null where there is one, or may be. */
  readonly lacks: Error | null;
}

/** ε on the two axes of the plane. */
export type PlaneNoise = readonly [number, number];

/** `frame.view.requests` and `frame.pictures` have the code that is sampled with it under this key. */
export const SAMPLE = 'reparameterise';

export interface Staged {
  /** null while no step is shown in slow motion. */
  readonly slow: SlowScene | null;
  /** The noise that a code of the image that is looked at is sampled with; null while none is. */
  readonly noise: PlaneNoise | null;
}

export const NOTHING_STAGED: Staged = { slow: null, noise: null };
