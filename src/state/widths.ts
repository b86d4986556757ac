/** Widths of hidden layers as text, as an address has them: `64-32`, or `none` for a linear model. */

const NONE = 'none';

export function formatWidths(widths: readonly number[]): string {
  return widths.length === 0 ? NONE : widths.join('-');
}

/**
 * The widths of a text; what is no number in it becomes NaN. An empty text stands for `none`.
 * @param separators between two widths
 */
export function parseWidths(text: string, separators: string | RegExp = '-'): number[] {
  return text === '' || text === NONE ? [] : text.split(separators).map(Number);
}
