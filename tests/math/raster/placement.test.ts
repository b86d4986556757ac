import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/data/dataset';
import { readIdx } from '../../../src/data/files/idx';
import { generateStrokes } from '../../../src/data/sets/strokes';
import { loadSource } from '../../../src/data/sources';
import { imageOf } from '../../../src/math/imageOf';
import { brushed, inverted } from '../../../src/math/raster/brush';
import { type Extent, extentOf } from '../../../src/math/raster/extent';
import { measurePlacement, type Placement, placed } from '../../../src/math/raster/placement';
import { blank, enlarged, type Raster } from '../../../src/math/raster/raster';
import { publicFiles } from '../../support/publicFiles';

/** Pixels of a drawing for one of an image. */
const FACTOR = 24;

const digits = await loadSource({ kind: 'set', set: 'uci-digits' }, publicFiles);
const strokes = generateStrokes({ seed: 1, count: 400, size: 16 });

const placementOf = ({ images, width, height }: Dataset): Placement => measurePlacement(images, width, height)!;

/** An image as a drawing that is exactly it, placed. */
function again(dataset: Dataset, index: number, placement: Placement): { before: Float32Array; after: Float32Array } {
  const { width, height } = dataset;
  const before = imageOf(dataset, index);
  return {
    before,
    after: placed(enlarged({ width, height, pixels: before }, FACTOR), placement, width, height).pixels,
  };
}

const norm = (values: Float32Array): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
const difference = ({ before, after }: { before: Float32Array; after: Float32Array }): number =>
  norm(before.map((value, i) => value - after[i]!)) / norm(before);

const centreOf = (extent: Extent, axis: 'across' | 'down', of: 'box' | 'mass'): number => {
  const { left, right, top, bottom, x, y } = extent;
  if (of === 'mass') return axis === 'across' ? x : y;
  return axis === 'across' ? (left + right) / 2 : (top + bottom) / 2;
};

/** How many pixels an image lies outside of where most of the data lie: its longer side and both of its centres. */
function outside({ width, height, pixels }: Raster, { paper, side, across, down }: Placement): number[] {
  const extent = extentOf({ width, height, pixels }, paper)!;
  const length = Math.max(extent.right - extent.left, extent.bottom - extent.top);
  const beyond = (value: number, { least, most }: { least: number; most: number }): number =>
    Math.max(0, least - value, value - most);
  return [
    beyond(length, side),
    beyond(centreOf(extent, 'across', across.of), across),
    beyond(centreOf(extent, 'down', down.of), down),
  ];
}

/** A seven of a size and a place, drawn with one brush. */
function seven(side: number, left: number, top: number, length: number, radius = side / 24): Raster {
  const at = (x: number, y: number): [number, number] => [left + length * x, top + length * y];
  return brushed(blank(side, side, 0), [at(0, 0), at(1, 0), at(0.4, 1)], radius, 1);
}

describe.each([
  ['the UCI digits', digits],
  ['the strokes', strokes],
])('how %s lie', (_, dataset) => {
  const placement = placementOf(dataset);
  const { width, height } = dataset;

  it('leaves nine images of ten as they are, and the others nearly so', () => {
    const changes = Array.from({ length: 200 }, (__, i) => difference(again(dataset, i, placement)));
    expect(changes.filter((change) => change < 1e-6).length).toBeGreaterThan(0.7 * changes.length);
    expect(changes.toSorted((a, b) => a - b)[180]!).toBeLessThan(0.2);
  });

  it('is where a drawing lands, whatever its size and place', () => {
    const fine = FACTOR * width;
    fc.assert(
      fc.property(
        fc.double({ min: 0.25, max: 0.7, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (size, x, y) => {
          const room = 1 - size - 0.1;
          const drawing = seven(fine, fine * (0.05 + x * room), fine * (0.05 + y * room), fine * size);
          const image = placed(drawing, placement, width, height);
          for (const beyond of outside(image, placement)) expect(beyond).toBeLessThan(0.15);
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });

  it('does not depend on whether ink is dark or light', () => {
    const turned = dataset.images.map((value) => 1 - value);
    const other = measurePlacement(turned, width, height)!;
    expect(other.paper).toBe(1);
    const drawing = seven(FACTOR * width, 20, 30, 60);
    const image = placed(drawing, placement, width, height).pixels;
    const opposite = placed(inverted(drawing), other, width, height).pixels;
    for (const [i, value] of image.entries()) expect(opposite[i]!).toBeCloseTo(1 - value, 3);
  });
});

it('is 7.5 to 8 pixels of height around the middle for the UCI digits, which fill their frame', () => {
  const { side, across, down, paper } = placementOf(digits);
  expect(paper).toBe(0);
  expect(side.least).toBeGreaterThan(7.2);
  expect(side.most).toBe(8);
  expect(down).toMatchObject({ of: 'box' });
  for (const { least, most } of [across, down]) {
    expect(least).toBeGreaterThan(3.5);
    expect(most).toBeLessThan(4.8);
  }
});

it('keeps a dot a dot', () => {
  const placement = placementOf(digits);
  const dot = brushed(blank(192, 192, 0), [[30, 160]], 4, 1);
  const { left, right, x, y } = extentOf(placed(dot, placement, 8, 8), 0)!;
  expect(right - left).toBeLessThan(3);
  expect(Math.abs(x - 4)).toBeLessThan(1);
  expect(Math.abs(y - 4)).toBeLessThan(1);
});

it('leaves paper without ink as it is', () => {
  expect(placed(blank(192, 192, 0), placementOf(digits), 8, 8).pixels).toEqual(new Float32Array(64));
});

it('is nothing for images without a plain border, or without ink', () => {
  expect(measurePlacement(new Float32Array(640).fill(0.5), 8, 8)).toBeNull();
  expect(measurePlacement(new Float32Array(640), 8, 8)).toBeNull();
});

/** Real files, where they are at hand. */
const folder = new URL('../../../../shared/data/mnist/', import.meta.url);

describe.skipIf(!existsSync(folder))('real digits of MNIST', () => {
  it('are 20 pixels long around the centre of mass of 28', async () => {
    const name = 'mnist-test-images-idx3-ubyte.gz';
    const mnist = await readIdx([new File([new Uint8Array(await readFile(new URL(name, folder)))], name)]);
    const { side, across, down } = placementOf(mnist);
    expect(side.least).toBeGreaterThan(18.5);
    expect(side.most).toBeLessThan(20.5);
    for (const centre of [across, down]) {
      expect(centre.of).toBe('mass');
      expect(centre.least).toBeGreaterThan(13.5);
      expect(centre.most).toBeLessThan(15);
      // They were centred to whole pixels.
      expect(centre.most - centre.least).toBeLessThan(1.1);
    }
  });
});
