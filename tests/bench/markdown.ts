/** Tables in Markdown, and figures as they stand in them. */

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Columns padded to one width, so that the source reads as well as the page. */
export function markdown({ head, rows }: Table): string {
  const width = head.map((cell, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length), cell.length, 3));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(width[i]!)).join(' | ')} |`;
  return [line(head), `| ${width.map((n) => '-'.repeat(n)).join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Three significant digits, without an exponent. */
export function digits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3);
}

export const times = (ratio: number): string => `${ratio.toFixed(1)}×`;
export const ms = (value: number): string => `${digits(value)} ms`;
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
export const megabytes = (bytes: number | null): string => (bytes === null ? '–' : `${Math.round(bytes / 1e6)} MB`);
export const whole = (value: number): string => value.toLocaleString('en-US');

/** A bar and whether it holds. */
export const verdict = (bar: string, holds: boolean): string => `${bar}: ${holds ? 'holds' : 'missed'}`;
