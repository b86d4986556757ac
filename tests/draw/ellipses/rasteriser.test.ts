import { beforeEach, describe, expect, it } from 'vitest';
import type { EllipseCloud, EllipseStyle, PlaneView } from '../../../src/draw/ellipses/cloud';
import { createRasteriser, type Rasteriser } from '../../../src/draw/ellipses/rasteriser';
import { createRandom } from '../../../src/math/random';
import { randomCloud, STYLE, viewOf } from './clouds';
import { compiledKernel } from './compiled';

const VIEW = viewOf(3.5, 200);
const SHAPE = { spread: 1, axes: [0.05, 0.4] } as const;

let rasteriser: Rasteriser;
beforeEach(() => {
  rasteriser = createRasteriser(compiledKernel);
});

/** A copy of the whole picture. */
function picture(cloud: EllipseCloud, view: PlaneView = VIEW, style: EllipseStyle = STYLE): Uint8ClampedArray {
  rasteriser.begin(cloud, view, style);
  while (!rasteriser.step());
  return rasteriser.pixels.slice();
}

const same = (a: Uint8ClampedArray, b: Uint8ClampedArray): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

const alphaAt = (pixels: Uint8ClampedArray, x: number, y: number): number =>
  pixels[4 * (y * rasteriser.pitch + x) + 3]!;

function permuted(cloud: EllipseCloud): EllipseCloud {
  const order = Uint32Array.from({ length: cloud.count }, (_, i) => i);
  createRandom(1).shuffle(order);
  return {
    count: cloud.count,
    mu: Float32Array.from(cloud.mu, (_, i) => cloud.mu[2 * order[i >> 1]! + (i & 1)]!),
    axes: Float32Array.from(cloud.axes, (_, i) => cloud.axes[2 * order[i >> 1]! + (i & 1)]!),
    classes: cloud.classes!.map((_, i) => cloud.classes![order[i]!]!),
  };
}

describe('a picture', () => {
  it('does not depend on the order of the ellipses', () => {
    const cloud = randomCloud(1000, 1, SHAPE);
    const first = picture(cloud);
    expect(same(picture(permuted(cloud)), first)).toBe(true);
  });

  it('is empty without ellipses', () => {
    expect(picture(randomCloud(0, 1, SHAPE)).every((value) => value === 0)).toBe(true);
  });

  it('leaves nothing of the last one', () => {
    picture(randomCloud(1000, 1, SHAPE));
    const { count: _, ...few } = randomCloud(3, 2, SHAPE);
    const second = picture({ count: 3, ...few });
    rasteriser = createRasteriser(compiledKernel);
    expect(same(picture({ count: 3, ...few }), second)).toBe(true);
  });

  it('leaves nothing of one that was dropped halfway', () => {
    rasteriser.begin(randomCloud(5000, 1, SHAPE), VIEW, STYLE);
    for (let k = 0; k < 3; k++) rasteriser.step();
    const second = picture(randomCloud(100, 2, SHAPE));
    rasteriser = createRasteriser(compiledKernel);
    expect(same(picture(randomCloud(100, 2, SHAPE)), second)).toBe(true);
  });

  it('on a paper is opaque, and is that of the transparent one laid over it', () => {
    const cloud = randomCloud(300, 1, SHAPE);
    const clear = picture(cloud);
    const paper = [255, 253, 248] as const;
    const laid = picture(cloud, VIEW, { ...STYLE, paper });
    let most = 0;
    for (let i = 0; i < clear.length; i++) {
      if (i % 4 === 3) continue;
      const under = paper[i % 4]!;
      const cover = clear[i | 3]! / 255;
      most = Math.max(most, Math.abs(laid[i]! - (under + cover * (clear[i]! - under))));
    }
    // Half a level of its own, and half one each of the cover and the colour of the other.
    expect(most).toBeLessThanOrEqual(1.5);
    expect(laid.every((value, i) => i % 4 < 3 || value === 255)).toBe(true);
  });

  it('leaves nothing of the paper of the last one', () => {
    const cloud = randomCloud(30, 1, SHAPE);
    const clear = picture(cloud);
    const dark = picture(cloud, VIEW, { ...STYLE, paper: [29, 31, 34] });
    picture(cloud, VIEW, { ...STYLE, paper: [255, 253, 248] });
    rasteriser.takeChanged();
    expect(same(picture(cloud, VIEW, { ...STYLE, paper: [29, 31, 34] }), dark)).toBe(true);
    expect(rasteriser.takeChanged(), 'another paper is seen everywhere').toEqual({ from: 0, to: VIEW.height });
    expect(same(picture(cloud), clear)).toBe(true);
  });

  it('skips what is not a number', () => {
    const cloud = randomCloud(200, 3, SHAPE);
    const bad = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const mu = new Float32Array(2 * 212).fill(0.5);
    const axes = new Float32Array(2 * 212).fill(0.5);
    mu.set(cloud.mu);
    axes.set(cloud.axes);
    for (let i = 0; i < 12; i++) (i < 6 ? mu : axes)[2 * (200 + i) + (i & 1)] = bad[i % 3]!;
    const classes = new Uint8Array(212);
    classes.set(cloud.classes!);
    expect(same(picture({ count: 212, mu, axes, classes }), picture(cloud))).toBe(true);
  });

  it('takes no more memory for paints of the same size', () => {
    picture(randomCloud(1000, 1, SHAPE));
    const { pixels } = rasteriser;
    for (let k = 0; k < 20; k++) picture(randomCloud(1000, k, { ...SHAPE, tilted: k % 2 === 0 }));
    expect(rasteriser.pixels).toBe(pixels);
    expect(pixels.byteLength).toBeGreaterThan(0);
  });

  it('places z₁ upwards and a latent unit where the view says', () => {
    const cloud = { count: 1, mu: Float32Array.of(1, 2), axes: Float32Array.of(0, 0), classes: null };
    const pixels = picture(cloud, { centreX: 0.5, centreY: 0.5, unitsPerPixel: 0.05, width: 101, height: 81 });
    // 10 px right of and 30 px above the centre (50.5, 40.5).
    expect(alphaAt(pixels, 60, 10)).toBeGreaterThan(200);
    expect(alphaAt(pixels, 60, 70)).toBe(0);
    expect(rasteriser.pitch).toBe(104);
  });

  it('is the same in any size of band and tile: a shifted view shifts it', () => {
    const cloud = randomCloud(200, 4, { spread: 0.5, axes: [0.05, 0.3] });
    const view = { centreX: 0, centreY: 0, unitsPerPixel: 1 / 32, width: 300, height: 300 };
    const still = picture(cloud, view);
    const moved = picture(cloud, { ...view, centreX: -17 / 32, centreY: 23 / 32 });
    let worst = 0;
    for (let y = 0; y < 260; y++) {
      for (let at = 4 * 300 * y; at < 4 * (300 * y + 260); at++) {
        worst = Math.max(worst, Math.abs(still[at]! - moved[at + 4 * (23 * 300 + 17)]!));
      }
    }
    expect(worst).toBeLessThanOrEqual(1);
  });

  it('tells which rows have changed', () => {
    picture(randomCloud(10, 1, SHAPE));
    rasteriser.takeChanged();
    const low = { count: 1, mu: Float32Array.of(0, -3), axes: Float32Array.of(0.1, 0.1), classes: null };
    picture({ ...low, classes: new Uint8Array(1) });
    rasteriser.takeChanged();
    picture({ ...low, classes: new Uint8Array(1) });
    const { from, to } = rasteriser.takeChanged();
    expect(from).toBeGreaterThan(100);
    expect(from).toBeLessThanOrEqual(183);
    expect(to).toBeGreaterThanOrEqual(189);
    expect(rasteriser.takeChanged()).toEqual({ from: 0, to: 0 });
  });
});

describe('colours', () => {
  const two = (classes: number[], n = 40): EllipseCloud => ({
    count: n,
    mu: new Float32Array(2 * n),
    axes: new Float32Array(2 * n).fill(2),
    classes: Uint8Array.from({ length: n }, (_, i) => classes[i % classes.length]!),
  });
  /** In the fill, away from centre and contour. */
  const colourOf = (cloud: EllipseCloud, style = STYLE): number[] => [
    ...picture(cloud, VIEW, style).subarray(4 * (75 * 200 + 100), 4 * (75 * 200 + 100) + 3),
  ];

  it('are those of the class, and wrap around', () => {
    expect(colourOf(two([4]))).toEqual([17, 119, 51]);
    expect(colourOf(two([14]))).toEqual([17, 119, 51]);
  });

  it('lean to the class that dominates more than a mean would', () => {
    const [red] = colourOf(two([0, 0, 0, 7]));
    expect(red).toBeGreaterThan(51);
    expect(red).toBeLessThan(51 + 0.15 * (153 - 51));
  });

  it('stay while the others recede', () => {
    const cloud = randomCloud(300, 5, { ...SHAPE, classes: 2 });
    const focused = picture(cloud, VIEW, { ...STYLE, focus: { kind: 'class', index: 1, others: 0 } });
    // Class 0 is dark blue, class 1 a light red.
    const red = focused.filter((_, i) => i % 4 === 0 && focused[i + 3]! > 40);
    expect(red.length).toBeGreaterThan(1000);
    expect(Math.min(...red)).toBeGreaterThan(140);
    const sample = picture(cloud, VIEW, { ...STYLE, focus: { kind: 'sample', index: 7, others: 0 } });
    expect(sample.filter((value, i) => i % 4 === 3 && value > 0).length).toBeLessThan(3000);
    expect(sample.some((value) => value > 0)).toBe(true);
  });

  it('never overflow, however many layers there are', () => {
    const crowd = picture(two([0], 60_000));
    expect(alphaAt(crowd, 100, 75)).toBeGreaterThan(200);
    const strong = picture(two([0], 300), VIEW, { ...STYLE, fillDensity: 50, lineDensity: 90, dotDensity: 90 });
    expect(alphaAt(strong, 100, 75)).toBeGreaterThan(200);
    expect(alphaAt(strong, 2, 2)).toBe(0);
  });
});
