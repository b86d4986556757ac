import { expect, it } from 'vitest';
import { meshCodes } from '../../src/math/mesh';
import { moments } from '../../src/math/moments';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';

it('has straight lines of both axes, two standard deviations of the codes to either side of their middle', () => {
  const random = createRandom(1);
  const mu = Float32Array.from({ length: 2000 }, (_, at) => (at % 2 === 0 ? 3 + 2 * random.normal() : random.normal()));
  const of = moments(
    mu,
    mu.map(() => 0),
  );
  const { lines, codes } = meshCodes(of);
  expect(lines).toBe(10);
  const points = codes.length / (2 * lines);
  const mean = [0, 1].map((axis) => mu.reduce((sum, value, at) => (at % 2 === axis ? sum + value / 1000 : sum), 0));
  const reach = [...of.variance].map((variance) => 2 * Math.sqrt(variance));
  for (let line = 0; line < lines; line++) {
    const along = line < 5 ? 0 : 1;
    const across = 1 - along;
    const code = (point: number, axis: number): number => codes[2 * (line * points + point) + axis]!;
    expectClose(code(0, along), mean[along]! - reach[along]!, { abs: 1e-4 });
    expectClose(code(points - 1, along), mean[along]! + reach[along]!, { abs: 1e-4 });
    const place = mean[across]! + reach[across]! * (((line % 5) - 2) / 2);
    for (let point = 0; point < points; point++) expectClose(code(point, across), place, { abs: 1e-4 });
  }
});
