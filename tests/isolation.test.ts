/** Files of tests that share the modules that they import leave them as they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Calls that put something else in a module's place, or load it anew. */
const MOCKS = /\bvi\s*\.\s*(mock|doMock|resetModules)\s*\(/;

const folder = new URL('.', import.meta.url);

it('modules are mocked in files that are named so, which have theirs to themselves', () => {
  const mocking = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // Files that run in a browser have a document each.
    .filter(
      (path) => /(?<!\.browser)\.test\.tsx?$/.test(path) && MOCKS.test(readFileSync(new URL(path, folder), 'utf8')),
    )
    .map((path) => path.replaceAll('\\', '/'));
  expect(mocking).toContain('worker/worker.mocked.test.ts');
  expect(mocking.filter((path) => !/\.mocked\.test\.tsx?$/.test(path))).toEqual([]);
});
