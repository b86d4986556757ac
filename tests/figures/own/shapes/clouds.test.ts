import { describe, expect, it } from 'vitest';
import { BRUSH, CLOUDS, type DrawnCloud, drawnCloud, erased, sprayed } from '../../../../src/figures/own/shapes/clouds';
import { speaksFor, verdictOf } from '../../../../src/figures/own/shapes/judge';
import { createRandom } from '../../../../src/math/random';

const DRAWN = CLOUDS.slice(0, 4) as DrawnCloud[];

describe('clouds that are drawn', () => {
  it.each(DRAWN)('%s is judged to be what it is called', (name) => {
    expect(verdictOf(drawnCloud(name))!.shape).toBe(name);
  });

  it('of a ring speaks for a ring in all that it rests on, and for nothing else', () => {
    const verdict = verdictOf(drawnCloud('ring'))!;
    for (const measure of ['hollowness', 'radialSpread', 'emptiestSector'] as const) {
      expect(speaksFor(measure, verdict), measure).toBe(true);
    }
    for (const measure of ['flatness', 'departure'] as const) expect(speaksFor(measure, verdict), measure).toBe(false);
  });
});

describe('clouds that are painted', () => {
  it('have more points within the brush', () => {
    const painted = sprayed(drawnCloud('line'), [1, -1], createRandom(1));
    const more = painted.subarray(drawnCloud('line').length);
    expect(more.length).toBeGreaterThan(2);
    for (let i = 0; i < more.length; i += 2) {
      expect(Math.hypot(more[i]! - 1, more[i + 1]! + 1)).toBeLessThanOrEqual(BRUSH * (1 + 1e-6));
    }
  });

  it('lose the first points when there are too many', () => {
    let cloud = drawnCloud('disc');
    const random = createRandom(1);
    for (let i = 0; i < 1000; i++) cloud = sprayed(cloud, [0, 0], random);
    expect(cloud.length / 2).toBe(4000);
    expect(Math.hypot(cloud[0]!, cloud[1]!)).toBeLessThanOrEqual(BRUSH * (1 + 1e-6));
  });

  it('are without the points that are erased, and judged no more when few are left', () => {
    const ring = drawnCloud('ring');
    const broken = erased(ring, [ring[0]!, ring[1]!]);
    expect(broken.length).toBeLessThan(ring.length);
    expect(broken.length % 2).toBe(0);
    for (let i = 0; i < broken.length; i += 2) {
      expect(Math.hypot(broken[i]! - ring[0]!, broken[i + 1]! - ring[1]!)).toBeGreaterThan(BRUSH);
    }
    expect(verdictOf(ring.subarray(0, 20))).toBeNull();
  });

  it('a ring whose middle is filled is none any more', () => {
    let cloud = drawnCloud('ring');
    const random = createRandom(2);
    for (let i = 0; i < 60; i++) cloud = sprayed(cloud, [0.6 * random.normal(), 0.6 * random.normal()], random);
    expect(verdictOf(cloud)!.shape).not.toBe('ring');
  });
});
