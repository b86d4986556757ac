/** What pins are called: a letter each until the reader gives another name. */
import { MAX_NAME } from './pinBounds';

/** The i-th name, from 0: A to Z, then AA, AB and so on, as the columns of a spreadsheet. */
export function letterOf(i: number): string {
  const last = String.fromCharCode(65 + (i % 26));
  return i < 26 ? last : letterOf(Math.floor(i / 26) - 1) + last;
}

/** The letter of one more of these: that of its place, where it is free, else the first that is. */
export function freeLetter(taken: readonly { readonly name: string }[]): string {
  const names = new Set(taken.map(({ name }) => name));
  const own = letterOf(taken.length);
  if (!names.has(own)) return own;
  let i = 0;
  while (names.has(letterOf(i))) i++;
  return letterOf(i);
}

/** Characters that show nothing, and halves of characters, which no address can hold. */
const UNSEEN = /[\p{Control}\p{Surrogate}]/u;

/** A name as it is kept, without spaces around it; null for what is none: empty, too long, or not to be shown. */
export function nameFrom(text: string): string | null {
  const name = text.trim().replace(/\s+/g, ' ');
  const length = [...name].length;
  return length === 0 || length > MAX_NAME || UNSEEN.test(name) ? null : name;
}
