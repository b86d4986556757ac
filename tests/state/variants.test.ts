import { expect, it } from 'vitest';
import { SETS, type SetName } from '../../src/data/sets/sets';
import { loadSource } from '../../src/data/sources';
import { hasVariant } from '../../src/state/variants';
import { publicFiles } from '../support/publicFiles';

const NAMES = ['', 'B', '7', 'digits', 'x', 'x.y', 'y.x.size', 'x.x', 'x.', 'ab', '1000000', 'blue', 'toString'];

it.each(Object.keys(SETS) as SetName[])('%s is held to have the variants that it has', async (set) => {
  for (const variant of NAMES) {
    const isRead = await loadSource({ kind: 'set', set, variant, count: 4 }, publicFiles).then(
      () => true,
      () => false,
    );
    expect(hasVariant(set, variant), JSON.stringify(variant)).toBe(isRead);
  }
});

it("the reader's own images are held to have none", () => {
  for (const variant of NAMES) expect(hasVariant('file', variant)).toBe(variant === '');
});
