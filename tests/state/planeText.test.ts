import { expect, it } from 'vitest';
import { createRandom } from '../../src/math/random';
import { MAX_PINS } from '../../src/state/pinBounds';
import { formatPins } from '../../src/state/planeText';

it.each([
  [2, 2000],
  [8, 7000],
])('as many pins as are kept, of codes of %i numbers, take at most %i characters of an address', (latent, most) => {
  const random = createRandom(1);
  const pins = Array.from({ length: MAX_PINS }, () => {
    const code = Array.from({ length: latent }, () => random.normal());
    return { x: code[0]!, y: code[1]!, code: latent > 2 ? code : null };
  });
  const { length } = formatPins(pins);
  expect(length).toBeLessThanOrEqual(most);
  expect(length).toBeGreaterThan(0.8 * most);
});
