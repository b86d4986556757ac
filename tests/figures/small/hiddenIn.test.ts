import { expect, it } from 'vitest';
import { hiddenIn } from '../../../src/figures/small/hiddenIn';
import { HIDEABLE } from '../../../src/state/embedLink';

it('a small figure shows what it names, and what none goes without', () => {
  const hidden = hiddenIn({ controls: ['beta'], parts: ['counters'] }, new Set());
  expect(HIDEABLE.filter((control) => !hidden.has(control))).toEqual(['beta', 'share', 'counters', 'reset']);
});

it('what its page leaves out is left out here, too', () => {
  const hidden = hiddenIn({ controls: ['beta'] }, new Set(['beta', 'share'] as const));
  expect(HIDEABLE.filter((control) => !hidden.has(control))).toEqual(['reset']);
});
