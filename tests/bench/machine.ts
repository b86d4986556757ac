/** What the figures were measured on. */
import { cpus, loadavg, totalmem } from 'node:os';
import type { Table } from './markdown';

export interface Software {
  /** Name and version. */
  readonly browser: string;
  readonly renderer: string | null;
}

export function machine({ browser, renderer }: Software): Table {
  const cores = cpus();
  return {
    head: ['machine', ''],
    rows: [
      ['CPU', `${cores[0]?.model.trim() ?? 'unknown'}, ${cores.length} cores`],
      ['memory', `${Math.round(totalmem() / 2 ** 30)} GiB`],
      ['browser', browser],
      ['renderer', renderer ?? 'none'],
      ['Node', process.version],
      ['load average when the run began', loadavg()[0]!.toFixed(1)],
    ],
  };
}
