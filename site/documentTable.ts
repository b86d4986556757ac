/** The documents of the site. */
import { resolve } from 'node:path';
import { type BootWords, boot } from '../src/text/boot.ts';
import { en, type Words } from '../src/text/en.ts';
import { type HeadWords, heads } from '../src/text/heads.ts';
import { zh } from '../src/text/zh.ts';

export interface Document {
  /** Where it is found below the site's root. */
  readonly address: string;
  /** From it to the site's root. */
  readonly root: string;
  readonly words: Words;
  readonly head: HeadWords;
  /** The languages that it may turn out to be in: those of the readers' systems, or one. */
  readonly boot: readonly BootWords[];
  /** Whether it is a figure for another page, without header and text. */
  readonly embed: boolean;
}

const FIRST: Document = { address: '', root: './', words: en, head: heads.en, boot, embed: false };
const CHINESE: Document = {
  address: 'zh/',
  root: '../',
  words: zh,
  head: heads.zh,
  boot: boot.filter(({ tag }) => tag === 'zh-Hans'),
  embed: false,
};

const DOCUMENTS: Readonly<Record<string, Document>> = {
  'index.html': FIRST,
  'zh/index.html': CHINESE,
  'embed.html': { ...FIRST, address: 'embed.html', embed: true },
};

/** The same page in its languages: each by the tag of what it is written in. */
export const TRANSLATIONS: readonly { readonly tag: string; readonly document: Document }[] = [
  { tag: 'en', document: FIRST },
  { tag: 'zh-Hans', document: CHINESE },
];

/** Where the bundler finds them. */
export const INPUTS: string[] = Object.keys(DOCUMENTS).map((path) => resolve(import.meta.dirname, '..', path));

/** Another document, such as a test's, gets what the first page has. */
export const documentAt = (path: string): Document => DOCUMENTS[path.replace(/^\//, '')] ?? FIRST;
