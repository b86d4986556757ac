/** Which values settings, and what an address says of a plane, may have: what goes on after "must be". */
import type { Language } from './index';
import { ranges as en } from './ranges.en';
import { ranges as zh } from './ranges.zh';

export interface RangeWords {
  readonly number: (min: string, max: string) => string;
  readonly whole: (min: string, max: string) => string;
  readonly choice: (list: string) => string;
  readonly flag: string;
  readonly word: (most: string) => string;
  readonly widths: (layers: string, width: string) => string;
  readonly variant: string;
  readonly window: string;
  readonly pins: (most: string) => string;
  readonly terms: string;
  readonly image: string;
  readonly region: string;
  readonly prior: string;
  readonly painted: string;
  readonly origin: string;
}

export const rangesIn: Readonly<Record<Language, RangeWords>> = { en, zh };
