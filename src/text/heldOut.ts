/** What loss chart and table say of images that are held out; it comes with them. */
import { heldOut as en } from './heldOut.en';
import { heldOut as zh } from './heldOut.zh';
import type { Language } from './index';

export interface HeldOutWords {
  /** The two curves of R + βK. */
  readonly trainingCurve: string;
  readonly curve: string;
  /** What the chart says of the second of them to those who do not see it. */
  readonly label: (total: string, inNats: boolean) => string;
  /** The two columns of the table. @param n how many images */
  readonly training: (n: string) => string;
  readonly heldOut: (n: string) => string;
}

export const heldOutWords: Readonly<Record<Language, HeldOutWords>> = { en, zh };
