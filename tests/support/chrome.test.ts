/** What the tests have Chromium leave out takes the place of what Playwright has it leave out, and so must have all of it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { QUIET_FLAGS } from './chrome';

const playwright = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '../lib/coreBundle.js');

it('Chromium is started without all that Playwright leaves out itself', () => {
  const [, list = ''] = /\bdisabledFeatures = \[(.*?)\n\s*\]/s.exec(readFileSync(playwright, 'utf8')) ?? [];
  const names = [...list.matchAll(/^\s*"(\w+)"/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(5);
  const [flag = ''] = QUIET_FLAGS.filter((each) => each.startsWith('--disable-features='));
  expect(flag.replace(/^.*=/, '').split(',')).toEqual(expect.arrayContaining(names));
});
