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
  for await (const chunk of supply.chunks(watch)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    text += decoder.decode(chunk, { stream: true });
    if (text.length < PIECE) continue;
    let end = 0;
    while (at < text.length) {
      const mark = text.indexOf('"', at);
      const until = mark < 0 ? text.length : mark;
      const line = quoted ? -1 : text.slice(at, until).lastIndexOf('\n');
      if (line >= 0) end = at + line + 1;
      at = until;
      if (mark < 0) break;
      quoted = !quoted;
      at++;
    }
    if (end === 0 && text.length < LONGEST_ROW) continue;
    // A quote that is never closed is one by itself.
    if (end === 0) [end, quoted] = [text.length, false];
    yield text.slice(0, end);
    text = text.slice(end);
    at -= end;
  }
  if (text !== '') yield text;
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}
