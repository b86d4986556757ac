/** What is said of the images that share a place of the plane; it comes with what shows them. */
import { blend as en } from './blend.en';
import { blend as zh } from './blend.zh';
import type { Language } from './index';

export interface BlendWords {
  readonly title: string;
  /** Of the place, (x, y). */
  readonly at: (place: string) => string;
  /** Under the two pictures. */
  readonly decoded: string;
  readonly mixed: string;
  /** @param images as how many in equal shares */
  readonly shared: (images: string) => string;
  /** Where the place is one image's own. */
  readonly alone: string;
  readonly points: string;
  readonly nobody: string;
  readonly shares: string;
  readonly share: (index: string, share: string) => string;
  readonly hint: string;
}

export const blendWords: Readonly<Record<Language, BlendWords>> = { en, zh };
