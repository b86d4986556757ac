/**
 * Shows that the tests of the picture can fail: builds the site with one deliberate fault after the other and expects the
 * test of it to see each. Run by `npm run faults`; nothing in the working tree is touched.
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAULTS } from './faults';

const ROOT = resolve(import.meta.dirname, '../..');

/** What of the project no build reads. */
const NOT_READ = ['.git', 'node_modules', 'dist', 'shots'].map((path) => join(ROOT, path));

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vae-geometry-faults-'));
  await cp(ROOT, folder, { recursive: true, filter: (path) => !NOT_READ.includes(path) });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a program of node_modules prints, and whether it succeeded. */
function runs(
  program: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ ok: boolean; output: string }> {
  // Not as a part of this test run.
  const { VITEST: _, VITEST_MODE, VITEST_WORKER_ID, VITEST_POOL_ID, NODE_ENV, ...rest } = process.env;
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join('node_modules', program), ...args],
      { cwd, env: { ...rest, ...environment }, timeout: 540_000, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => done({ ok: error === null, output: `${stdout}\n${stderr}` }),
    );
  });
}

/**
 * Builds the copy, and asks the test of the picture about what comes out.
 * @param tests a part of the names of those to run; all of them if not given
 */
async function isAccepted(tests = ''): Promise<{ ok: boolean; output: string }> {
  const site = join(folder, 'dist');
  const args = ['build', '--logLevel', 'error', '--manifest', '--emptyOutDir', '--outDir', site];
  const built = await runs('vite/bin/vite.js', args, folder, { NODE_ENV: 'production' });
  expect(built.ok, built.output).toBe(true);
  return runs(
    'vitest/vitest.mjs',
    ['run', '--project', 'page', '--bail', '1', 'tests/browser/picture.test.ts', '-t', tests],
    ROOT,
    {
      SITE_FOLDER: site,
      NO_COLOR: '1',
    },
  );
}

describe('the test of the picture', () => {
  it('accepts the page as it is', async () => {
    const { ok, output } = await isAccepted();
    expect(ok, output).toBe(true);
    expect(output).toMatch(/Tests .*passed/);
  });

  it.each(FAULTS)('sees $name', async ({ file, from, to, tests, seenBy }) => {
    const path = join(folder, file);
    const source = await readFile(path, 'utf8');
    expect(source.split(from), `${file} has "${from}" not exactly once`).toHaveLength(2);
    try {
      await writeFile(
        path,
        source.replace(from, () => to),
      );
      const { ok, output } = await isAccepted(tests);
      expect(ok).toBe(false);
      expect(
        output
          .split('\n')
          .filter((line) => line.startsWith('AssertionError'))
          .join('\n'),
      ).toMatch(seenBy);
    } finally {
      await writeFile(path, source);
    }
  });
});
