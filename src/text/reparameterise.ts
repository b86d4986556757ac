/** What the reparameterisation of one image says; it comes with the panel. */
import type { Language } from './index';
import { reparameterise as en } from './reparameterise.en';
import { reparameterise as zh } from './reparameterise.zh';

export interface ReparameteriseWords {
  readonly title: string;
  /** Of a decoder alone. */
  readonly none: string;
  readonly says: (one: string, source: string) => string;
  /** What noise is drawn from, in the pad. */
  readonly sources: Readonly<Record<'normal' | 'box', string>>;
  readonly saysOfPoint: string;
  /** Why it is done. */
  readonly why: string;
  /** Where codes have more axes than the plane. */
  readonly others: (axes: string) => string;
  readonly pad: string;
  readonly keys: string;
  readonly redraw: string;
  readonly image: (index: string) => string;
  readonly original: string;
  readonly decoded: string;
}

export const reparameteriseWords: Readonly<Record<Language, ReparameteriseWords>> = { en, zh };
