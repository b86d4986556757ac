/** Puts a run into the repository, so that what is said of speed is always a run that took place. */
import { readFile, writeFile } from 'node:fs/promises';
import { markdown, type Table } from './markdown';

const RESULTS = 'tests/bench/RESULTS.md';
const README = 'README.md';

/** What the README has between these is the bench's. */
const OPEN = '<!-- bench -->';
const CLOSE = '<!-- /bench -->';

export interface Section {
  readonly title: string;
  /** How to read it. */
  readonly note: string;
  readonly tables: readonly Table[];
}

/** All sections as one Markdown document. */
export function render(introduction: string, sections: readonly Section[]): string {
  const parts = sections.map(
    ({ title, note, tables }) => `## ${title}\n\n${[note, ...tables.map(markdown)].join('\n\n')}\n`,
  );
  return [`# Measurements\n\n${introduction}\n`, ...parts].join('\n');
}

/** @throws Error where the README has no place for the table */
export async function writeResults(results: string, summary: string): Promise<void> {
  const readme = await readFile(README, 'utf8');
  const from = readme.indexOf(OPEN);
  const to = readme.indexOf(CLOSE);
  if (from < 0 || to < from) throw new Error(`${README} has no ${OPEN} … ${CLOSE}`);
  await writeFile(README, `${readme.slice(0, from)}${OPEN}\n\n${summary}\n\n${readme.slice(to)}`);
  await writeFile(RESULTS, results);
}
