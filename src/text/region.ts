/** What is said of the marked region of the plane; it comes with what marks it. */
import type { Language } from './index';
import { region as en } from './region.en';
import { region as zh } from './region.zh';

export interface RegionWords {
  readonly title: string;
  readonly brush: string;
  readonly remove: string;
  /** Of the region: between which two corners, (x, y) each. */
  readonly place: (from: string, to: string) => string;
  /** Of the decoded grid, for those who do not see it. */
  readonly label: (cells: string, place: string) => string;
  readonly steps: (cells: string, place: string) => string;
  /** Of the region on the plane, with its keys. */
  readonly keys: (place: string) => string;
}

export const regionWords: Readonly<Record<Language, RegionWords>> = { en, zh };
