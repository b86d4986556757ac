import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutRates, type RateModel, type RatePoint } from '../../src/draw/rateDistortion';

const PLACE = { width: 600, height: 360, titles: { rate: 'K', distortion: 'R' }, joins: true };

const at = (rate: number, distortion: number, step = 100): RatePoint => ({ step, rate, distortion });

const modelOf = (label: string, trail: readonly RatePoint[], heldOut: RatePoint | null = null): RateModel => ({
  label,
  name: label,
  colour: 'black',
  trail,
  heldOut,
  beta: 2,
});

const layOut = (models: readonly RateModel[], width = PLACE.width) => layOutRates(models, { ...PLACE, width });

describe('the layout of R against K', () => {
  it('has every point, and what was passed of late, inside its axes', () => {
    const points = fc.record({
      step: fc.constant(100),
      rate: fc.double({ min: 0, max: 500, noNaN: true }),
      distortion: fc.double({ min: -300, max: 900, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(points, points, points), { minLength: 1, maxLength: 8 }), (each) => {
        const { models, x, y } = layOut(each.map(([before, last, held], i) => modelOf(`β ${i}`, [before, last], held)));
        const [left, right] = x.range();
        const [bottom, top] = y.range();
        for (const { at: now, heldOutAt, trailAt } of models)
          for (const [px, py] of [now, heldOutAt!, ...trailAt]) {
            expect(px).toBeGreaterThanOrEqual(left - 1e-6);
            expect(px).toBeLessThanOrEqual(right + 1e-6);
            expect(py).toBeGreaterThanOrEqual(top - 1e-6);
            expect(py).toBeLessThanOrEqual(bottom + 1e-6);
          }
      }),
      { seed: 17, numRuns: 100 },
    );
  });

  it('puts more cost to the right and more loss above, with no cost at the left edge', () => {
    const { models, x } = layOut([modelOf('a', [at(1, 20)]), modelOf('b', [at(4, 30)])]);
    const [a, b] = models.map(({ at: place }) => place);
    expect(b![0]).toBeGreaterThan(a![0]);
    expect(b![1]).toBeLessThan(a![1]);
    expect(x.domain()[0]).toBe(0);
  });

  it('has a line of equal R + βK through each point, inside the axes', () => {
    const steep = [0, 0.5, 2, 8].map((beta) => ({ ...modelOf(`β ${beta}`, [at(3 - beta / 4, 20 + beta)]), beta }));
    const { models, x, y } = layOut(steep);
    for (const { beta, trail, levelAt } of models) {
      const loss = trail[0]!.distortion + beta * trail[0]!.rate;
      const [from, to] = levelAt.map(([px, py]) => [x.invert(px), y.invert(py)] as const);
      for (const [rate, distortion] of [from!, to!]) {
        expect(distortion + beta * rate).toBeCloseTo(loss, 9);
        expect(rate).toBeGreaterThanOrEqual(x.domain()[0] - 1e-9);
        expect(rate).toBeLessThanOrEqual(x.domain()[1] + 1e-9);
        expect(distortion).toBeGreaterThanOrEqual(y.domain()[0] - 1e-9);
        expect(distortion).toBeLessThanOrEqual(y.domain()[1] + 1e-9);
      }
      expect(to![0] - from![0]).toBeGreaterThan(0);
    }
  });

  it('makes no room for where a trail began', () => {
    const begun = [at(1, 500, 0), at(2, 30, 60), at(3, 20, 100)];
    const [, high] = layOut([modelOf('a', begun)]).y.domain();
    expect(high).toBeGreaterThan(30);
    expect(high).toBeLessThan(60);
  });

  it('leaves out models that have no point, and lies somewhere without any', () => {
    expect(layOut([modelOf('a', []), modelOf('b', [at(1, 2)])]).models.map(({ label }) => label)).toEqual(['b']);
    const { models, x, y } = layOut([]);
    expect(models).toEqual([]);
    for (const scale of [x, y]) expect(scale.domain().every(Number.isFinite)).toBe(true);
  });

  it('goes by what is finite where a loss has been lost', () => {
    const { y } = layOut([modelOf('a', [at(1, 20)]), modelOf('b', [at(Number.POSITIVE_INFINITY, Number.NaN)])]);
    expect(y.domain().every(Number.isFinite)).toBe(true);
  });

  it('keeps labels of points at one place apart, and inside the picture', () => {
    const crowd = Array.from({ length: 6 }, (_, i) => modelOf(`seed ${i}`, [at(2 + i / 1000, 20 + i / 1000)]));
    for (const width of [300, 600]) {
      const { models } = layOut(crowd, width);
      const heights = models.map(({ labelAt }) => labelAt[1]).sort((a, b) => a - b);
      for (let i = 1; i < heights.length; i++) expect(heights[i]! - heights[i - 1]!).toBeGreaterThanOrEqual(12);
      for (const { labelAt, label } of models) expect(labelAt[0] + 6 * label.length).toBeLessThanOrEqual(width);
    }
  });
});
