/** What the figure says that sweeps a setting; it comes with the figure. */
import type { Language } from './index';
import { sweep as en } from './sweep.en';
import { sweep as zh } from './sweep.zh';

/** As src/state/sweepPlan.ts has them. */
type Swept = 'beta' | 'noiseScale' | 'seed' | 'latent';

/** R and K as they are shown. */
interface Terms {
  readonly r: string;
  readonly k: string;
}

export interface SweepWords {
  readonly title: string;
  /** Of a text in the address. */
  readonly badPlan: (text: string) => string;
  readonly caption: string;
  /** The settings in the list of those that can be swept. */
  readonly settings: Readonly<Record<Swept, string>>;
  /** A value of the setting, as the name of a model. */
  readonly value: (setting: Swept, value: string) => string;
  readonly what: string;
  readonly values: string;
  readonly valuesHint: (least: string, most: string) => string;
  readonly steps: string;
  /** Values that are not taken. @param range of each */
  readonly badValues: (range: string, least: string, most: string) => string;
  readonly badSteps: (range: string) => string;
  /** How the models are in everything else. @param ofLab whether those are the settings of a lab of the page */
  readonly base: (list: string, ofLab: boolean) => string;
  /** What is other than there. */
  readonly instead: (key: 'noiseScale' | 'beta', ofLab: boolean) => string;
  /** Why K is no rate: posteriors are points, or samples have no noise. */
  readonly noRate: Readonly<Record<'points' | 'noNoise', string>>;
  /** Why σ of points cannot be swept. */
  readonly futile: string;
  readonly start: string;
  /** Of the button that begins a sweep whose plan is given, and what that plan is. */
  readonly train: (models: string) => string;
  readonly planned: (names: string, steps: string, ofLab: boolean) => string;
  /** Before it has begun: what will come. */
  readonly coming: string;
  readonly again: string;
  readonly pause: string;
  readonly goOn: string;
  readonly more: (steps: string) => string;
  readonly cancel: string;
  readonly clear: string;
  readonly progress: (step: string, goal: string) => string;
  readonly progressName: string;
  readonly done: (step: string) => string;
  readonly paused: (step: string) => string;
  /** Of models that do not go along. @param training whether the others do */
  readonly out: (names: string, training: boolean) => string;
  /** Where none goes along any more. */
  readonly allOut: (step: string) => string;
  readonly and: string;
  readonly models: string;
  readonly chart: string;
  /** @param unit whether it is in nats */
  readonly rate: (unit: boolean) => string;
  readonly distortion: (unit: boolean) => string;
  readonly trained: string;
  readonly heldOut: string;
  readonly trail: string;
  readonly front: string;
  /** The line through the model that is pointed out. */
  readonly level: string;
  /** Charts of the terms of the loss over the training. */
  readonly terms: Readonly<Record<'r' | 'k' | 'loss', string>>;
  readonly point: (name: string, step: string, trained: Terms, heldOut: Terms | null) => string;
  readonly noPoints: string;
  readonly open: string;
  readonly openPage: string;
  /** Of a model that has taken the place of the lab's own. */
  readonly opened: (name: string) => string;
  readonly back: string;
  /** Below the curve, while no model is pointed out. */
  readonly choose: string;
  readonly planeLabel: (name: string, outlines: string, count: string, covered: string, unit: string) => string;
  readonly gridLabel: (name: string) => string;
  /** Of the dialog that gives pictures and numbers. */
  readonly taken: Readonly<Record<'curve' | 'models' | 'trails' | 'trailsHint', string>>;
  readonly table: string;
  readonly columns: Readonly<Record<'model' | 'step' | 'r' | 'k' | 'rHeldOut' | 'kHeldOut' | 'covered', string>>;
  /** Of models that differ in their seed, at a step. Which images are held out is another choice with each. */
  readonly spread: (count: string, step: string, r: string, k: string, held: Terms | null) => string;
  readonly meanSd: (mean: string, sd: string) => string;
}

export const sweepWords: Readonly<Record<Language, SweepWords>> = { en, zh };
