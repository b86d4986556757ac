import { expect, it } from 'vitest';
import { createRandom } from '../../src/math/random';
import { type Held, isFlat, trendOf } from './memory';

/** An hour of samples whose heap rises by so many MB an hour, with noise of 1 MB around it. */
function hour(rise: number, of = 10): Held[] {
  const random = createRandom(3);
  return Array.from({ length: 240 }, (_, i) => {
    const heap = of + (rise * i) / 240 + random.normal();
    return { at: i / 4, heap, resident: 0, nodes: 0, listeners: 0, workers: 1, contexts: 0 };
  });
}

it('tells what rises from what merely varies', () => {
  const half = (of: Held[]) => trendOf(of, 'heap');
  expect(isFlat(half(hour(0)))).toBe(true);
  expect(isFlat(half(hour(4)))).toBe(false);
  expect(isFlat(half(hour(-4)))).toBe(true);
  expect(half(hour(4)).rise).toBeGreaterThan(1);
  // 2 MB of 100 over the second half.
  expect(isFlat(half(hour(4, 100)))).toBe(true);
});

it('reads the line through the second half', () => {
  const held = hour(0).map((each, i) => ({ ...each, heap: i < 120 ? 50 : 10 + (i - 120) / 10 }));
  const { rise, error, mean } = trendOf(held, 'heap');
  expect(rise).toBeCloseTo(11.9, 8);
  expect(error).toBeLessThan(1e-6);
  expect(mean).toBeCloseTo(10 + 11.9 / 2, 8);
});
