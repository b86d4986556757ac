/** The number that a field of a table has. */

/** A field by itself; NaN where it has none. White space around it is as nothing. */
export const toNumber = (field: string): number => (field.trim() === '' ? Number.NaN : Number(field));

const [ZERO, NINE, POINT, MINUS] = [48, 57, 46, 45];

/** Digits that float64 holds whatever they are, and powers of ten that it does: a quotient of the two is rounded once. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, k) => 10 ** k);

/**
 * The same of the field that stands in a text from one place to before another. By far the most are a few digits, perhaps
 * with a point: these are read without making a string of them.
 */
export function numberAt(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from) === MINUS ? from + 1 : from;
  if (first >= to || to - first > EXACT_DIGITS) return toNumber(text.slice(from, to));
  let digits = 0;
  let point = -1;
  for (let at = first; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) digits = 10 * digits + (code - ZERO);
    else if (code === POINT && point < 0 && to - first > 1) point = at;
    else return toNumber(text.slice(from, to));
  }
  const size = point < 0 ? digits : digits / POWERS[to - point - 1]!;
  return first === from ? size : -size;
}
