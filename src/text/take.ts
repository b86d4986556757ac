/** What the dialog says that gives pictures, numbers and weights to take along; it comes with the dialog. */
import type { Language } from './index';
import { take as en } from './take.en';
import { take as zh } from './take.zh';

/** What is wrong with a file of weights. */
interface Fault {
  readonly code: string;
  /** '' where it is about no tensor. */
  readonly tensor: string;
  readonly detail: string;
}

export interface TakeWords {
  readonly pictures: string;
  readonly picturesHint: string;
  /** Of a button: the file's kind, and of what. */
  readonly as: (kind: string, what: string) => string;
  readonly film: string;
  readonly filmHint: string;
  readonly record: string;
  readonly noFilm: string;
  readonly recording: (time: string) => string;
  readonly stop: string;
  /** Beside the step, under the film. */
  readonly step: string;
  readonly numbers: string;
  readonly frame: string;
  readonly frameHint: string;
  readonly history: string;
  readonly historyHint: string;
  readonly measures: string;
  readonly measuresHint: string;
  readonly weights: string;
  readonly weightsHint: string;
  readonly saveWeights: string;
  readonly openWeights: string;
  readonly layersHint: string;
  readonly openLayers: string;
  /** Of a model of tfjs-layers: with its encoder, or without one. */
  readonly shown: Readonly<Record<'pair' | 'decoder', string>>;
  readonly saved: (name: string) => string;
  readonly notSaved: (why: string) => string;
  readonly loaded: (name: string, step: string) => string;
  readonly adapted: (changes: string) => string;
  readonly turned: (name: string, from: string, to: string) => string;
  /** Instead of the widths of the hidden layers. */
  readonly noLayers: string;
  readonly freshOptimiser: string;
  readonly refused: (name: string, why: string) => string;
  /** @param message the English sentence of the error */
  readonly fault: (fault: Fault, message: string) => string;
  /** Between entries of a list, and between sentences. */
  readonly comma: string;
  readonly space: string;
}

export const takeWords: Readonly<Record<Language, TakeWords>> = { en, zh };
