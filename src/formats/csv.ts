/** One column of a table. */
export interface Column {
  readonly name: string;
  readonly values: ArrayLike<number | string>;
}

/**
 * Columns as comma-separated values (RFC 4180), their names in the first row. Numbers are written so that they are read
 * back as they were; those that are none are empty.
 */
export function writeCsv(columns: readonly Column[]): string {
  const rows = Math.max(0, ...columns.map(({ values }) => values.length));
  const lines = [columns.map(({ name }) => field(name)).join(',')];
  for (let row = 0; row < rows; row++) lines.push(columns.map(({ values }) => field(values[row] ?? '')).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function field(value: number | string): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  return /[",\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value;
}
