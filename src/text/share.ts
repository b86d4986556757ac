/** What the dialog says that puts a figure into a post; it comes with the dialog. */
import type { Language } from './index';
import { share as en } from './share.en';
import { share as zh } from './share.zh';

export interface ShareWords {
  readonly figure: string;
  /** Names of figures by their ids. */
  readonly figures: Readonly<Record<string, string>>;
  readonly panels: string;
  readonly controls: string;
  /** Names of parts that have none in the figure itself. */
  readonly parts: Readonly<Record<'share' | 'counters' | 'caption', string>>;
  readonly width: string;
  /** Instead of a number, for as wide as there is room. */
  readonly column: string;
  /** What the number must be. */
  readonly badWidth: (least: string, most: string) => string;
  readonly theme: string;
  readonly themes: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  readonly language: string;
  readonly ofTheReader: string;
  readonly autoplay: string;
  readonly preview: string;
  readonly code: string;
  readonly forms: Readonly<
    Record<'html' | 'iframe' | 'markdown' | 'mdx', { readonly name: string; readonly hint: string }>
  >;
  readonly copy: string;
  readonly copied: string;
  readonly refused: string;
  /** What is in the code of what the figure shows. */
  readonly holds: string;
  /** Of what the figure shows and the code has not, what there is of it. */
  readonly missing: Readonly<Record<'file' | 'layers' | 'weights', string>>;
}

export const shareWords: Readonly<Record<Language, ShareWords>> = { en, zh };
