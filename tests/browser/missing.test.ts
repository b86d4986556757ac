/**
 * Every file as after a deploy, which is how most readers will meet it, and the training worker's script in every way; the
 * others in every way are in the long tier.
 */
import { expect, inject, it } from 'vitest';
import { lazyRequests } from './builtSite';
import { testFirst, testMissing, WAYS, type Way } from './missing';

const isSample = (path: string): boolean => /\/worker-[^/]*\.js$/.test(path);

it('one file is tried in every way', () => {
  expect(lazyRequests(inject('siteFolder')).filter(isSample)).toHaveLength(1);
});

testMissing((path) =>
  isSample(path) ? { ways: Object.keys(WAYS) as Way[], delayed: true } : { ways: ['is not found'], delayed: false },
);
testFirst(['is not found']);
