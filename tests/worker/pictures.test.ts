import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lift, type PlaneAxes } from '../../src/math/planar';
import type { Observation } from '../../src/model/engine';
import type { GivenRequest, PictureRequest, SampleRequest, View } from '../../src/worker/frameProtocol';
import { flattenView, splitPictures } from '../../src/worker/pictures';

const N = 30;
const INPUTS = 3;

const points = fc
  .array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), { maxLength: 6 })
  .map((rows) => Float32Array.from(rows.flat()));
const indices = fc.array(fc.nat(2 * N), { maxLength: 6 }).map((list) => Uint32Array.from(list));
/** What one call of the engine answers. */
type EngineRequest = Exclude<PictureRequest, SampleRequest | GivenRequest>;
const requests: fc.Arbitrary<EngineRequest> = fc.oneof(
  points.map((rows) => ({ kind: 'decode', points: rows }) as const),
  indices.map((list) => ({ kind: 'rebuild', indices: list }) as const),
  fc.tuple(fc.integer({ min: 2, max: 5 }), fc.nat(4)).map(([latent, rows]) => ({
    kind: 'codes' as const,
    latent,
    codes: Float32Array.from({ length: latent * rows }, (_, i) => i),
  })),
);
/** Keys of all kinds: a number among them comes before the others in an object. */
const keys = fc.oneof(fc.string({ minLength: 1, maxLength: 4 }), fc.nat(20).map(String));
const views: fc.Arbitrary<View & { readonly requests: Readonly<Record<string, EngineRequest>> }> = fc.record({
  axes: fc.constant(null),
  requests: fc
    .uniqueArray(fc.tuple(keys, requests), { maxLength: 6, selector: ([key]) => key })
    .map((entries) => Object.fromEntries(entries)),
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

/** What a request is to be answered with. */
function pictureOf(request: EngineRequest, latent: number, axes: PlaneAxes): Float32Array {
  if (request.kind === 'decode') return decoded(lift(request.points, latent, axes), latent);
  if (request.kind === 'rebuild') return rebuilt(request.indices.filter((index) => index < N));
  return request.latent === latent ? decoded(request.codes, latent) : new Float32Array(0);
}

const observation = (part: Pick<Observation, 'decoded' | 'reconstructed'>): Observation => ({
  codes: { mu: new Float32Array(0), logVar: new Float32Array(0), lower: null },
  losses: null,
  sigmaX: null,
  ...part,
});

describe('a view', () => {
  it('is joined for the engine, and its pictures come back under the keys that asked for them', () => {
    fc.assert(
      fc.property(views, planes, (asked, { latent, axes }) => {
        const flat = flattenView(asked, N, latent, axes);
        const observed = observation({ decoded: decoded(flat.points, latent), reconstructed: rebuilt(flat.probes) });
        const pictures = splitPictures(flat.view, observed, INPUTS);
        expect(Object.keys(pictures)).toEqual(Object.keys(asked.requests));
        for (const [key, request] of Object.entries(asked.requests)) {
          expect(pictures[key]).toEqual(pictureOf(request, latent, axes));
        }
      }),
      { seed: 41, numRuns: 200 },
    );
  });

  it('becomes codes with its points on the axes of the plane, and zero elsewhere', () => {
    const view = viewOf({ a: Float32Array.of(1, 2), b: Float32Array.of(3, 4) });
    expect(flattenView(view, N, 2, [0, 1]).points).toEqual(Float32Array.of(1, 2, 3, 4));
    expect(flattenView(view, N, 4, [3, 1]).points).toEqual(Float32Array.of(0, 2, 0, 1, 0, 4, 0, 3));
    expect(flattenView(view, N, 1, [0, -1]).points).toEqual(Float32Array.of(1, 3));
  });

  it('loses the codes of another number of axes', () => {
    const codes = { kind: 'codes', latent: 3, codes: Float32Array.of(1, 2, 3, 4, 5, 6) } as const;
    const view: View = { axes: null, requests: { a: codes } };
    expect(flattenView(view, N, 3, [0, 1]).points).toEqual(codes.codes);
    expect(flattenView(view, N, 3, [0, 1]).view).toEqual(view);
    expect(flattenView(view, N, 2, [0, 1])).toMatchObject({
      points: new Float32Array(0),
      view: { requests: { a: { kind: 'codes', latent: 2, codes: new Float32Array(0) } } },
    });
  });

  it('loses the images that the data set does not have, and keeps the order of the rest', () => {
    fc.assert(
      fc.property(views, (asked) => {
        const { view } = flattenView(asked, N, 2, [0, 1]);
        expect(view.axes).toBe(asked.axes);
        for (const [key, request] of Object.entries(asked.requests)) {
          if (request.kind === 'rebuild') {
            const left = request.indices.filter((index) => index < N);
            expect(view.requests[key]).toEqual({ kind: 'rebuild', indices: left });
          } else if (request.kind !== 'codes') expect(view.requests[key]).toEqual(request);
        }
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('does not share its pictures with what the engine answered', () => {
    const grid = Float32Array.of(1, 2);
    const strip = Uint32Array.of(1);
    const view: View = {
      axes: null,
      requests: { grid: { kind: 'decode', points: grid }, strip: { kind: 'rebuild', indices: strip } },
    };
    const observed = observation({ decoded: decoded(grid, 2), reconstructed: rebuilt(strip) });
    const pictures = splitPictures(view, observed, INPUTS);
    observed.decoded.fill(0);
    observed.reconstructed.fill(0);
    expect(pictures.grid).toEqual(decoded(grid, 2));
    expect(pictures.strip).toEqual(rebuilt(strip));
  });
});

/** A view that asks for points alone. */
function viewOf(pointsOf: Record<string, Float32Array>): View {
  const entries = Object.entries(pointsOf).map(([key, rows]) => [key, { kind: 'decode', points: rows }] as const);
  return { axes: null, requests: Object.fromEntries(entries) };
}
