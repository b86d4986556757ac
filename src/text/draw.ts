/** What the pad says on which images are drawn; it comes with the pad. */
import { draw as en } from './draw.en';
import { draw as zh } from './draw.zh';
import type { Language } from './index';

/** What cannot be put on the pad: the name of a file, '' of what has none. */
type Fault = (file: string) => string;

export interface DrawWords {
  readonly close: string;
  readonly pad: string;
  readonly keys: string;
  readonly empty: string;
  readonly dropHere: string;
  readonly reading: string;
  readonly tool: string;
  readonly tools: Readonly<Record<'draw' | 'erase' | 'cover', string>>;
  readonly width: string;
  readonly shade: string;
  readonly shades: Readonly<Record<'paper' | 'grey' | 'ink', string>>;
  readonly undo: string;
  readonly clear: string;
  readonly picture: string;
  readonly invert: string;
  readonly noise: string;
  readonly noises: Readonly<Record<'gaussian' | 'salt', string>>;
  readonly amount: string;
  readonly reseed: string;
  readonly asDrawn: string;
  readonly asDrawnHint: string;
  readonly seen: string;
  readonly rebuilt: string;
  readonly numbers: string;
  readonly drawing: string;
  readonly rows: Readonly<Record<'mu' | 'sigma' | 'rho' | 'reconstruction' | 'kl', string>>;
  /** Of a posterior by what it is called. */
  readonly area: (one: string) => string;
  /** A number's name with its unit. */
  readonly inNats: (name: string) => string;
  /** Of a decoder alone. */
  readonly noCodes: string;
  readonly stays: string;
  readonly faults: Readonly<Record<'large' | 'unreadable' | 'plain', Fault>>;
  readonly unknown: (message: string) => string;
}

export const drawWords: Readonly<Record<Language, DrawWords>> = { en, zh };
