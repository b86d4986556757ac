import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolines, type Polyline } from '../../src/math/isolines';

const SIZE = 12;

/** The field between the midpoints of cells, along a row or a column of them. */
function valueAt(values: readonly number[], x: number, y: number): number {
  const [column, row] = [Math.min(SIZE - 1, Math.floor(x - 0.5)), Math.min(SIZE - 1, Math.floor(y - 0.5))];
  const [right, down] = [x - 0.5 - column, y - 0.5 - row];
  const from = values[row * SIZE + column]!;
  const to = right > 0 ? values[row * SIZE + column + 1]! : down > 0 ? values[(row + 1) * SIZE + column]! : from;
  return from + Math.max(right, down) * (to - from);
}

const pointsOf = (line: Polyline): [number, number][] =>
  Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i]!, line[2 * i + 1]!]);

const isClosed = (line: Polyline): boolean => line[0] === line.at(-2) && line[1] === line.at(-1);

const atEdge = (value: number): boolean => value === 0.5 || value === SIZE - 0.5;

describe('isolines', () => {
  it('pass once between any two neighbours of which one is above the level, and end at the edge alone', () => {
    const field = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: SIZE * SIZE, maxLength: SIZE * SIZE });
    fc.assert(
      fc.property(field, (values) => {
        // Between the values, so that none is on the line.
        const level = 4.5;
        const lines = isolines(values, SIZE, level);
        const points = lines.flatMap((line) => pointsOf(isClosed(line) ? line.slice(2) : line));
        for (const [x, y] of points) expect(valueAt(values, x, y)).toBeCloseTo(level, 9);
        let changes = 0;
        for (let i = 0; i < values.length; i++) {
          const above = values[i]! > level;
          if (i % SIZE < SIZE - 1 && above !== values[i + 1]! > level) changes++;
          if (i + SIZE < values.length && above !== values[i + SIZE]! > level) changes++;
        }
        expect(points).toHaveLength(changes);
        for (const line of lines.filter((each) => !isClosed(each))) {
          for (const [x, y] of [pointsOf(line)[0]!, pointsOf(line).at(-1)!]) expect(atEdge(x) || atEdge(y)).toBe(true);
        }
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it('go around the middle of a saddle as the middle is', () => {
    const saddle = (low: number): number[] => [2, low, low, 2];
    for (const [low, inOne] of [
      [0.5, true],
      [-0.5, false],
    ] as const) {
      const lines = isolines(saddle(low), 2, 1);
      expect(lines).toHaveLength(2);
      // The corner at the top left, 2, is cut off where the middle is below.
      const cutsFirst = lines.some((line) => line.includes(0.5) && pointsOf(line).every(([x, y]) => x + y < 2));
      expect(cutsFirst).toBe(!inOne);
    }
  });

  it('are none where all of the field is on one side', () => {
    expect(isolines(new Float32Array(16), 4, 0.1)).toEqual([]);
    expect(isolines(new Float32Array(16).fill(1), 4, 0.1)).toEqual([]);
  });
});
