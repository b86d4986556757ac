import type { ByteWatch } from './bytes';
import type { Supply } from './supply';

/** Characters of a piece, unless a row is longer; and those in which a row ends, or it is none. */
const PIECE = 2 ** 19;
const LONGEST_ROW = 2 ** 22;

/**
 * The text of a file in pieces that end where a row of a table does: at a line break that is not between quotes. Text is
 * UTF-8, or UTF-16 with a byte order mark.
 */
export async function* readRowTexts(supply: Supply, watch: ByteWatch): AsyncGenerator<string, void, undefined> {
  let decoder: TextDecoder | null = null;
  let text = '';
  /** How far it has been looked through, and whether that is between quotes. */
  let [at, quoted] = [0, false];
  /** Whether lines end by line feeds: else they do by carriage returns alone. */
  let fed = false;
  for await (const chunk of supply.chunks(watch)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    text += decoder.decode(chunk, { stream: true });
    if (text.length < PIECE) continue;
    /** After the last line feed, and after the last carriage return. */
    let [end, returned] = [0, 0];
    while (at < text.length) {
      const mark = text.indexOf('"', at);
      const until = mark < 0 ? text.length : mark;
      if (!quoted) {
        const part = text.slice(at, until);
        end = Math.max(end, afterLast(part, '\n', at));
        returned = Math.max(returned, afterLast(part, '\r', at));
      }
      at = until;
      if (mark < 0) break;
      quoted = !quoted;
      at++;
    }
    // After a return at the very end a line feed may follow.
    fed ||= end > 0;
    if (!fed && returned < text.length) end = returned;
    if (end === 0 && text.length < LONGEST_ROW) continue;
    // A quote that is never closed is one by itself.
    if (end === 0) [end, quoted] = [text.length, false];
    yield text.slice(0, end);
    text = text.slice(end);
    at -= end;
  }
  if (text !== '') yield text;
}

/** The place after the last such character of a part; 0 where there is none. @param from where the part begins */
function afterLast(part: string, character: string, from: number): number {
  const place = part.lastIndexOf(character);
  return place < 0 ? 0 : from + place + 1;
}

/** What the first bytes of a text say of its encoding. */
export function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}
