import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineReach } from '../../src/math/family';
import { type LineUnion, lengthOf, lineUnion, lineUnionInSlices, priorMass, unitShare } from '../../src/math/lineUnion';
import { normalCdf } from '../../src/math/normal';
import type { PlanarPosteriors } from '../../src/math/posterior';
import { expectClose } from '../support/close';
import { runToEnd } from '../support/run';

/** Codes of one axis as the plane has them: centre 0 and width 1 on the other. */
const onAxis = (each: readonly (readonly [mu: number, sigma: number])[], family: 'diagonal' | 'box' | 'point') => ({
  family,
  mu: Float32Array.from(each.flatMap(([mu]) => [mu, 0])),
  sigma: Float32Array.from(each.flatMap(([, sigma]) => [sigma, 1])),
  correlation: null,
});

const unionOf = (...each: (readonly [number, number])[]): LineUnion => lineUnion(onAxis(each, 'diagonal'), 1);

describe('the union of intervals', () => {
  it('of the prior itself holds what is within 1σ and 2σ of it', () => {
    const prior = onAxis([[0, 1]], 'diagonal');
    expectClose(priorMass(lineUnion(prior, 1)), 0.6826894921, { abs: 1e-9 });
    expectClose(priorMass(lineUnion(prior, 2)), 0.9544997361, { abs: 1e-9 });
    expect(unitShare(lineUnion(prior, 1))).toBe(1);
    expect(unitShare(lineUnion(prior, 0.25))).toBe(0.25);
    expect(lengthOf(lineUnion(prior, 1))).toBe(2);
  });

  it('covers nearly all of the prior where the codes do', () => {
    const many = Array.from({ length: 41 }, (_, i) => [(i - 20) / 4, 0.25] as const);
    expectClose(priorMass(unionOf(...many)), 1, { abs: 1e-6 });
  });

  it('joins what overlaps, touches or lies within, whatever the order', () => {
    expect([...unionOf([3, 0.5], [0, 1], [1.5, 0.5], [0.25, 0.25], [-4, 1])]).toEqual([-5, -3, -1, 2, 2.5, 3.5]);
  });

  it('of boxes ends at their sides, at 2σ as well', () => {
    const box = onAxis([[0.5, 0.4]], 'box');
    const half = Math.sqrt(3) * 0.4;
    const mass = normalCdf(0.5 + half) - normalCdf(0.5 - half);
    for (const k of [1, 2]) expectClose(priorMass(lineUnion(box, outlineReach('box', k, 1))), mass, { abs: 1e-7 });
  });

  it('is empty of points, at s = 0 and without codes, and passes over what is no number', () => {
    const empty: readonly [PlanarPosteriors, number][] = [
      [onAxis([[0, 0]], 'point'), 1],
      [onAxis([[0, 1]], 'diagonal'), 0],
      [onAxis([], 'diagonal'), 1],
      [onAxis([[Number.NaN, 1]], 'diagonal'), 1],
    ];
    for (const [cloud, reach] of empty) {
      const union = lineUnion(cloud, reach);
      for (const measure of [priorMass, lengthOf, unitShare]) expect(measure(union)).toBe(0);
    }
  });

  it('holds a place just where some interval does', () => {
    const interval = fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 12 }), (each) => {
        const union = unionOf(...each);
        // Between the whole numbers where intervals end.
        for (let x = -40.5; x < 41; x++) {
          const inside = each.some(([mu, sigma]) => Math.abs(x - mu) <= sigma);
          let holds = false;
          for (let i = 0; i < union.length; i += 2) holds ||= x >= union[i]! && x <= union[i + 1]!;
          expect(holds).toBe(inside);
        }
      }),
      { seed: 2016 },
    );
  });

  it('is the same in slices', () => {
    const cloud = onAxis(
      Array.from({ length: 500 }, (_, i) => [Math.sin(i), 0.001] as const),
      'diagonal',
    );
    const { value, turns } = runToEnd(lineUnionInSlices(cloud, 2));
    expect(value).toEqual(lineUnion(cloud, 2));
    expect(turns).toBeGreaterThan(1);
  });
});
