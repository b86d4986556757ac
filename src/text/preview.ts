/** What the dialog says that shows files before they are trained on; it comes with the dialog. */
import type { Language } from './index';
import { preview as en } from './preview.en';
import { preview as zh } from './preview.zh';

export interface PreviewWords {
  readonly title: string;
  /** Of images that are shown: so many of how many, and all of them. */
  readonly first: (shown: string, n: string) => string;
  readonly all: (n: string) => string;
  readonly file: string;
  readonly takenFor: string;
  /** What the files are, by the format that was found. */
  readonly formats: Readonly<Record<string, string>>;
  /** Of a PNG that is one image. */
  readonly onePng: string;
  readonly images: string;
  readonly ofAll: (n: string, all: string) => string;
  readonly size: string;
  readonly sized: (before: string, after: string) => string;
  readonly range: string;
  readonly rangeOf: (least: string, largest: string) => string;
  readonly classes: string;
  readonly noClasses: string;
  readonly leftOut: string;
  /** So many files, and what the first of them are called. */
  readonly leftOutOf: (count: string, names: string) => string;
  /** Between names. */
  readonly comma: string;
  readonly sides: string;
  readonly badSides: string;
  readonly channel: string;
  readonly mean: string;
  readonly header: string;
  readonly labelColumn: string;
  readonly noColumn: string;
  readonly broughtTo: string;
  readonly asStored: (size: string) => string;
  readonly atMost: string;
  readonly allOf: (n: string) => string;
  readonly inverted: string;
  readonly transposed: string;
  readonly stretched: string;
  readonly morePictures: string;
  readonly onePicture: string;
  readonly toPad: string;
  readonly preparing: string;
  readonly cancel: string;
  readonly train: string;
}

export const previewWords: Readonly<Record<Language, PreviewWords>> = { en, zh };
