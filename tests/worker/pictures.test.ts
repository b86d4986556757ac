import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lift, type PlaneAxes } from '../../src/math/planar';
import type { Observation } from '../../src/model/engine';
import { flattenView, splitPictures } from '../../src/worker/pictures';
import type { View } from '../../src/worker/protocol';

const N = 30;
const INPUTS = 3;

const points = fc
  .array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), { maxLength: 6 })
  .map((rows) => Float32Array.from(rows.flat()));
const indices = fc.array(fc.nat(2 * N), { maxLength: 6 }).map((list) => Uint32Array.from(list));
const views: fc.Arbitrary<View> = fc.record({
  axes: fc.constant(null),
  points: fc.record({ grid: points, pins: points, lens: points }),
  probes: fc.record({ strip: indices, hover: indices }),
});
/** d, and two different axes of it. */
const planes: fc.Arbitrary<{ latent: number; axes: PlaneAxes }> = fc
  .integer({ min: 2, max: 5 })
  .chain((latent) =>
    fc
      .uniqueArray(fc.nat(latent - 1), { minLength: 2, maxLength: 2 })
      .map(([first, second]) => ({ latent, axes: [first!, second!] as const })),
  );

/** What a decoder might make of codes that are whole numbers: pictures that tell the code. */
const decoded = (z: Float32Array, latent: number): Float32Array =>
  Float32Array.from({ length: (z.length / latent) * INPUTS }, (_, i) => {
    const at = latent * Math.floor(i / INPUTS);
    return z.subarray(at, at + latent).reduce((sum, value, axis) => sum + (axis + 1) ** 3 * value, 0) + (i % INPUTS);
  });
const rebuilt = (probes: Uint32Array): Float32Array =>
  Float32Array.from({ length: probes.length * INPUTS }, (_, i) => 10 * probes[Math.floor(i / INPUTS)]! + (i % INPUTS));

const observation = (part: Pick<Observation, 'decoded' | 'reconstructed'>): Observation => ({
  codes: { mu: new Float32Array(0), logVar: new Float32Array(0) },
  losses: null,
  ...part,
});

describe('a view', () => {
  it('is joined for the engine and its pictures come back to the parts they belong to', () => {
    fc.assert(
      fc.property(views, planes, (asked, { latent, axes }) => {
        const flat = flattenView(asked, N, latent, axes);
        const observed = observation({ decoded: decoded(flat.points, latent), reconstructed: rebuilt(flat.probes) });
        const pictures = splitPictures(flat.view, observed, INPUTS);
        for (const part of ['grid', 'pins', 'lens'] as const) {
          expect(pictures[part]).toEqual(decoded(lift(asked.points[part], latent, axes), latent));
        }
        for (const part of ['strip', 'hover'] as const) expect(pictures[part]).toEqual(rebuilt(flat.view.probes[part]));
        expect(flat.view.points).toEqual(asked.points);
      }),
      { seed: 41, numRuns: 200 },
    );
  });

  it('becomes codes with its points on the axes of the plane, and zero elsewhere', () => {
    const asked = { points: { grid: Float32Array.of(1, 2), pins: Float32Array.of(3, 4), lens: new Float32Array(0) } };
    const view: View = { axes: null, probes: { strip: new Uint32Array(0), hover: new Uint32Array(0) }, ...asked };
    expect(flattenView(view, N, 2, [0, 1]).points).toEqual(Float32Array.of(1, 2, 3, 4));
    expect(flattenView(view, N, 4, [3, 1]).points).toEqual(Float32Array.of(0, 2, 0, 1, 0, 4, 0, 3));
    expect(flattenView(view, N, 1, [0, -1]).points).toEqual(Float32Array.of(1, 3));
  });

  it('loses the images that the data set does not have, and keeps the order of the rest', () => {
    fc.assert(
      fc.property(views, (asked) => {
        const { probes, view } = flattenView(asked, N, 2, [0, 1]);
        for (const part of ['strip', 'hover'] as const) {
          expect([...view.probes[part]]).toEqual([...asked.probes[part]].filter((index) => index < N));
        }
        expect([...probes]).toEqual([...view.probes.strip, ...view.probes.hover]);
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('does not share its pictures with what the engine answered', () => {
    const asked: View = {
      axes: null,
      points: { grid: Float32Array.of(1, 2), pins: new Float32Array(0), lens: new Float32Array(0) },
      probes: { strip: Uint32Array.of(1), hover: new Uint32Array(0) },
    };
    const observed = observation({
      decoded: decoded(asked.points.grid, 2),
      reconstructed: rebuilt(asked.probes.strip),
    });
    const { grid, strip } = splitPictures(asked, observed, INPUTS);
    observed.decoded.fill(0);
    observed.reconstructed.fill(0);
    expect(grid).toEqual(decoded(asked.points.grid, 2));
    expect(strip).toEqual(rebuilt(asked.probes.strip));
  });
});
