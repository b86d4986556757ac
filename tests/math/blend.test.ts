import { describe, expect, it } from 'vitest';
import { blendAt, meanImage } from '../../src/math/blend';
import { createRandom } from '../../src/math/random';
import { expectAllClose, expectClose } from '../support/close';
import { type Cloud, randomCloud, upright } from './clouds';
import { gaussianDensity } from './density';

/** The density of one posterior at a place, by its covariance. */
function densityAt({ mu, sigma, correlation }: Cloud, i: number, [x, y]: readonly [number, number], s: number): number {
  const [a, b] = [s * sigma[2 * i]!, s * sigma[2 * i + 1]!];
  const [dx, dy] = [x - mu[2 * i]!, y - mu[2 * i + 1]!];
  const rho = correlation === null ? 0 : correlation[i]!;
  // y is normal, and x is normal given y.
  return gaussianDensity(dy, 0, b) * gaussianDensity(dx, (rho * a * dy) / b, a * Math.sqrt(1 - rho * rho));
}

describe('the shares of images in a place', () => {
  it.each(['isotropic', 'diagonal', 'full'] as const)('are their densities there, %s', (family) => {
    const cloud = randomCloud(createRandom(81), 30, 1, 0.4, family);
    for (const place of [
      [0, 0],
      [0.7, -0.4],
      [-1.5, 1],
    ] as const) {
      const densities = Array.from({ length: 30 }, (_, i) => densityAt(cloud, i, place, 0.8));
      const sum = densities.reduce((a, b) => a + b);
      expectAllClose(
        blendAt(cloud, 0.8, place)!.shares,
        densities.map((density) => density / sum),
        { abs: 1e-6 },
      );
    }
  });

  it('count as many images as have the place in equal parts', () => {
    const ring = Array.from({ length: 5 }, (_, k) => [Math.cos(k), Math.sin(k)]).flat();
    const alike = upright(ring, new Array(10).fill(0.5));
    expectClose(blendAt(alike, 1, [0, 0])!.images, 5, { abs: 1e-6 });
    const apart = upright([0, 0, 9, 0], [0.1, 0.1, 0.1, 0.1]);
    expectClose(blendAt(apart, 1, [0, 0])!.images, 1, { abs: 1e-9 });
  });

  it('are numbers however far away the place is', () => {
    const { shares, images } = blendAt(upright([0, 0, 1, 0], [0.01, 0.01, 0.01, 0.01]), 1, [50, 0])!;
    expect([...shares]).toEqual([0, 1]);
    expect(images).toBe(1);
  });

  it('of boxes are as their areas, and none where no box is', () => {
    const boxes = upright([0, 0, 0.5, 0], [1, 1, 0.5, 0.5], 'box');
    expectAllClose(blendAt(boxes, 1, [0.5, 0])!.shares, [0.2, 0.8], { abs: 1e-6 });
    expect([...blendAt(boxes, 1, [-1.5, 0])!.shares]).toEqual([1, 0]);
    expect(blendAt(boxes, 1, [-1.8, 0])).toBeNull();
  });

  it('are none where nothing is spread', () => {
    expect(blendAt(upright([0, 0], [1, 1]), 0, [0, 0])).toBeNull();
    expect(blendAt(upright([0, 0], [0, 0], 'point'), 1, [0, 0])).toBeNull();
  });

  it('leave out images that are not trained on', () => {
    const three = upright([0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1]);
    expectAllClose(blendAt(three, 1, [0, 0], [1])!.shares, [0.5, 0, 0.5], { abs: 1e-9 });
    expect(blendAt(three, 1, [0, 0], [0, 1, 2])).toBeNull();
  });

  /** E‖x − f(z)‖² is least for f(z) = E[x|z]: every other f has more, by E‖f(z) − E[x|z]‖². */
  it('give the mean that no decoder does better than', () => {
    const cloud = randomCloud(createRandom(82), 12, 0.8, 0.5, 'full');
    const random = createRandom(83);
    const images = Float32Array.from({ length: 12 * 3 }, () => random.uniform());
    const other = ([x, y]: readonly [number, number]): number[] => [0.5 + 0.1 * x, 0.5 - 0.1 * y, 0.4];
    // Summed over images by their densities on a grid, instead of drawn.
    let [best, others, between] = [0, 0, 0];
    for (let x = -4; x <= 4; x += 0.1) {
      for (let y = -4; y <= 4; y += 0.1) {
        const mean = meanImage(blendAt(cloud, 1, [x, y])!.shares, images, 3);
        for (let i = 0; i < 12; i++) {
          const weight = densityAt(cloud, i, [x, y], 1) * 0.01;
          for (let k = 0; k < 3; k++) {
            best += weight * (images[3 * i + k]! - mean[k]!) ** 2;
            others += weight * (images[3 * i + k]! - other([x, y])[k]!) ** 2;
            between += weight * (mean[k]! - other([x, y])[k]!) ** 2;
          }
        }
      }
    }
    expect(between).toBeGreaterThan(0.1);
    expectClose(best + between, others, { rel: 1e-4 });
  });
});

it('the mean of images has them in their shares, of those that are shown', () => {
  const images = Float32Array.of(1, 0, 9, 9, 0, 1, 9, 9);
  expectAllClose(meanImage(Float64Array.of(0.25, 0.75), images, 2, 2), [0.25, 0.75], { abs: 1e-7 });
});
