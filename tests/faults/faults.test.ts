/** A fault that is no longer to be had would be seen only where all of them are built, which takes minutes. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { FAULTS } from './faults';

it.each(FAULTS)('$name: what it changes stands in its file once', ({ file, from, to }) => {
  const parts = readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8').split(from);
  expect(parts, `${file} has "${from}" not exactly once`).toHaveLength(2);
  expect(to).not.toBe(from);
});
