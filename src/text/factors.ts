/** What is said of what is known to vary in images; it comes with what shows it. */
import { factors as en } from './factors.en';
import { factors as zh } from './factors.zh';
import type { Language } from './index';

export interface FactorWords {
  readonly title: string;
  /** Of factors that the site's own sets have; others go by their own names. */
  readonly names: Readonly<Record<string, string>>;
  /** Of kinds: levels of such factors, and classes that have names. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Of images of which a factor is not known. */
  readonly unknown: string;
  readonly colour: string;
  /** What colours the plane where no factor does. */
  readonly classes: string;
  readonly caption: (step: string) => string;
  readonly waiting: string;
  readonly refused: string;
  readonly factor: string;
  readonly entropy: (nats: string) => string;
  readonly gap: string;
  /** Between a name and what it is. */
  readonly colon: string;
  readonly gapSays: string;
  /** Where not all were looked at. */
  readonly ofImages: (count: string, n: string) => string;
  readonly says: string;
  readonly mixtures: string;
  readonly points: string;
  /** @param name of the factor whose button it is on */
  readonly colourBy: (name: string) => string;
}

export const factorWords: Readonly<Record<Language, FactorWords>> = { en, zh };
