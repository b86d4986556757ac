import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesic } from '../../src/math/geodesic';
import { createRandom } from '../../src/math/random';
import { expectAllClose, expectClose } from '../support/close';
import { type Decoder, decoderOf, decoding, linearDecoder, randomMlp } from './decoders';

/** The half of the unit sphere above the plane, seen through the stereographic map: the unit disc is all of it. */
const hemisphere = decoderOf(2, (code) => {
  const [x, y] = [code[0]!, code[1]!];
  const s = 1 + x * x + y * y;
  return [(2 * x) / s, (2 * y) / s, (2 - s) / s];
});

/** Angle between two unit vectors. */
function arc(a: Float32Array, b: Float32Array): number {
  const dot = a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  return Math.acos(Math.min(1, Math.max(-1, dot)));
}

/** ‖m_{k+1} − m_k‖ along a path. */
function chords(path: Float32Array, k: number, decoder: Decoder): number[] {
  const images = decoder(path);
  const D = (images.length * k) / path.length;
  return Array.from({ length: path.length / k - 1 }, (_, i) =>
    Math.hypot(...images.subarray(i * D, (i + 1) * D).map((value, j) => images[(i + 1) * D + j]! - value)),
  );
}

describe('a geodesic on a hemisphere', () => {
  // Great circles but for one through the middle are bent on the map.
  const ends: [number, number, number, number][] = [
    [0.9, 0, 0, 0.9],
    [-0.8, -0.4, 0.9, 0.2],
    [0.95, 0.1, -0.9, 0.15],
    [0.3, 0.3, 0.31, -0.3],
  ];
  it.each(ends)('from (%f, %f) to (%f, %f) is the great circle', (x0, y0, x1, y1) => {
    const found = decoding(geodesic([x0, y0], [x1, y1]), hemisphere);
    const truth = arc(hemisphere(Float32Array.of(x0, y0)), hemisphere(Float32Array.of(x1, y1)));
    expect(found.converged).toBe(true);
    expectClose(found.length, truth, { rel: 1e-3 }, 'length');
    expect(found.straightLength).toBeGreaterThan(truth);
    // All of it lies in the plane of the two ends and the centre.
    const images = hemisphere(found.path);
    const [a, b] = [images.subarray(0, 3), images.subarray(-3)];
    const normal = [0, 1, 2].map((i) => a[(i + 1) % 3]! * b[(i + 2) % 3]! - a[(i + 2) % 3]! * b[(i + 1) % 3]!);
    const size = Math.hypot(...normal);
    for (let at = 0; at < images.length; at += 3) {
      const beside = normal.reduce((sum, value, i) => sum + (value / size) * images[at + i]!, 0);
      expect(Math.abs(beside)).toBeLessThan(0.02);
    }
  });

  it('tells how much of the search is done, from the first step to the last', () => {
    const shares: number[] = [];
    const found = decoding(
      geodesic([-0.8, -0.4], [0.9, 0.2], 32, (share) => shares.push(share)),
      hemisphere,
    );
    expect(found.converged).toBe(true);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares[0]).toBe(0);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    // The last promise was below what is worth a step.
    expect(shares.at(-1)).toBe(1);
    expect(new Set(shares).size).toBeGreaterThan(2);
  });

  it('stays in the limit of 1 % nearly half way around', () => {
    const found = decoding(geodesic([0.99, 0.02], [-0.99, 0.1]), hemisphere);
    const truth = arc(hemisphere(Float32Array.of(0.99, 0.02)), hemisphere(Float32Array.of(-0.99, 0.1)));
    expectClose(found.length, truth, { rel: 0.01 });
  });
});

describe('a geodesic of a straight decoder', () => {
  it('is the straight line, evenly spaced, with the length of its image', () => {
    const random = createRandom(31);
    const columns = [0, 1, 2].map(() => Array.from({ length: 12 }, () => random.normal()));
    const decoder = linearDecoder(columns, columns[0]!);
    const [from, to] = [
      [-1, 2, 0.5],
      [2, 0.5, -3],
    ] as const;
    const found = decoding(geodesic(from, to, 8), decoder);
    const line = Array.from({ length: 9 }, (_, i) => from.map((z, axis) => z + (i / 8) * (to[axis]! - z))).flat();
    expectAllClose(found.path, line, { abs: 1e-5 });
    const length = Math.hypot(
      ...columns[0]!.map((_, p) => [0, 1, 2].reduce((sum, a) => sum + columns[a]![p]! * (to[a]! - from[a]!), 0)),
    );
    expectClose(found.length, length, { rel: 1e-5 });
    expectClose(found.straightLength, length, { rel: 1e-5 });
    expect(found.converged).toBe(true);
  });

  it('is evenly spaced where the image moves unevenly along the line', () => {
    const found = decoding(
      geodesic([0], [2]),
      decoderOf(1, ([z]) => [z! ** 3, 1]),
    );
    expectClose(found.length, 8, { rel: 1e-4 });
    expectClose(found.path[16]!, 4 ** (1 / 3), { rel: 1e-2 }, 'half way');
  });
});

describe('a geodesic', () => {
  it('is never longer than the line, has no more energy, and is evenly spaced, on seeded random decoders', () => {
    const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
    const cases = fc.record({
      seed: fc.integer({ min: 0, max: 1e6 }),
      slope: fc.double({ min: 0.3, max: 3, noNaN: true }),
      activation: fc.constantFrom('tanh' as const, 'relu' as const),
      from: fc.tuple(coordinate, coordinate),
      to: fc.tuple(coordinate, coordinate),
    });
    fc.assert(
      fc.property(cases, ({ seed, slope, activation, from, to }) => {
        fc.pre(Math.hypot(from[0] - to[0], from[1] - to[1]) > 0.1);
        const mlp = randomMlp(createRandom(seed), 2, 12, 20, slope, activation);
        const decoder: Decoder = (codes) => mlp.logits(codes).map((a) => 1 / (1 + Math.exp(-a)));
        const found = decoding(geodesic(from, to, 16), decoder);
        expect(found.length).toBeLessThanOrEqual(found.straightLength);
        expectAllClose(found.path.subarray(0, 2), from.map(Math.fround), { abs: 0 });
        expectAllClose(found.path.subarray(-2), to.map(Math.fround), { abs: 0 });
        const steps = chords(found.path, 2, decoder);
        expect(Math.max(...steps)).toBeLessThan(1.5 * Math.min(...steps));
        // Among all spacings of a curve the even one has the least energy, L²/segments.
        const energy = steps.reduce((sum, chord) => sum + chord * chord, 0);
        expect(energy).toBeLessThan((1 + 1e-3) * (found.straightLength ** 2 / steps.length));
      }),
      { seed: 32, numRuns: 60 },
    );
  });

  it('where nothing moves is the straight line of length 0', () => {
    const found = decoding(
      geodesic([0, 0], [1, 2], 4),
      decoderOf(2, () => [0.5, 0.25]),
    );
    expectAllClose(found.path, [0, 0, 0.25, 0.5, 0.5, 1, 0.75, 1.5, 1, 2], { abs: 1e-7 });
    expect([found.length, found.straightLength, found.converged]).toEqual([0, 0, true]);
  });

  it('between one code and itself is that code', () => {
    const found = decoding(geodesic([0.5, 0.5], [0.5, 0.5], 4), hemisphere);
    expectAllClose(found.path, new Array(10).fill(0.5), { abs: 0 });
    expect(found.length).toBe(0);
  });
});
