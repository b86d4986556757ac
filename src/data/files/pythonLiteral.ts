/** What stands in the header of a NumPy array: a literal of Python, of these kinds alone. */
export type Literal = string | number | boolean | null | readonly Literal[] | ReadonlyMap<Literal, Literal>;

/** Brackets in brackets that are followed. */
const DEEPEST = 8;

/** One token after white space: a bracket or sign, a text without escapes, a whole number (Python 2 ended long ones in L), a name. */
const TOKEN = /\s*(?:([{}()[\],:])|'([^'\\\n]*)'|"([^"\\\n]*)"|(-?\d{1,16})L?|(True|False|None))/y;

const NAMES: Readonly<Record<string, boolean | null>> = { True: true, False: false, None: null };

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

/**
 * Reads a literal of dictionaries, tuples, lists, texts, whole numbers, True, False and None, as NumPy writes them: a
 * parser, not an evaluation.
 * @throws SyntaxError for anything else
 */
export function readLiteral(text: string): Literal {
  let at = 0;

  const refuse = (): never => {
    throw new SyntaxError(`Unexpected ${JSON.stringify(text.slice(at, at + 10))} at ${at}`);
  };
  const next = (): RegExpExecArray => {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text) ?? refuse();
    at = TOKEN.lastIndex;
    return token;
  };
  /** Takes a sign if it is what comes next. */
  const take = (sign: string): boolean => {
    const before = at;
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text)?.[1] === sign;
    at = found ? TOKEN.lastIndex : before;
    return found;
  };

  const value = (depth: number): Literal => {
    if (depth > DEEPEST) refuse();
    const [, bracket, single, double, digits, name] = next();
    const string = single ?? double;
    if (string !== undefined) return string;
    if (digits !== undefined) return Number(digits);
    if (name !== undefined) return NAMES[name]!;
    const closing = CLOSING[bracket!] ?? refuse();
    return bracket === '{' ? pairs(depth) : items(closing, depth);
  };
  const items = (closing: string, depth: number): Literal => {
    const list: Literal[] = [];
    let commas = 0;
    while (!take(closing)) {
      list.push(value(depth + 1));
      if (take(',')) commas++;
      else if (take(closing)) break;
      else refuse();
    }
    // (3) is a number in brackets, (3,) a tuple of one.
    return closing === ')' && list.length === 1 && commas === 0 ? list[0]! : list;
  };
  const pairs = (depth: number): Literal => {
    const map = new Map<Literal, Literal>();
    while (!take('}')) {
      const key = value(depth + 1);
      if (!take(':')) refuse();
      map.set(key, value(depth + 1));
      if (take(',')) continue;
      if (take('}')) break;
      refuse();
    }
    return map;
  };

  const read = value(0);
  if (text.slice(at).trim() !== '') refuse();
  return read;
}
