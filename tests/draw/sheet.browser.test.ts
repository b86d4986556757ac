import { afterEach, describe, expect, it } from 'vitest';
import { createSheetPainter, sheetGeometry } from '../../src/draw/sheet';
import { themeOf } from '../../src/draw/theme';

const THEME = themeOf(false);
const CELLS = 15;

const made: HTMLCanvasElement[] = [];
afterEach(() => {
  for (const canvas of made.splice(0)) canvas.remove();
});

/** count copies of one image. */
function copies(image: readonly number[], count: number): Float32Array {
  return Float32Array.from({ length: image.length * count }, (_, i) => image[i % image.length]!);
}

/** Ink 0 … 1 of each pixel of a sheet, and how to read it. */
function painted(image: readonly number[], side: number, pixels: number, columns = CELLS, present?: Uint8Array) {
  const canvas = document.body.appendChild(document.createElement('canvas'));
  made.push(canvas);
  const images = copies(image, columns * columns);
  const sheet = { images, width: side, height: side, columns, present: present ?? null };
  createSheetPainter(canvas).paint(sheet, THEME, pixels, pixels);
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, pixels, pixels);
  return (x: number, y: number): number =>
    (THEME.paper[0] - data[4 * (y * pixels + x)]!) / (THEME.paper[0] - THEME.ink[0]);
}

const full = (side: number): number[] => new Array(side * side).fill(1);

describe.each([
  [8, 300],
  [8, 423],
  [8, 846],
  [28, 300],
  [28, 650],
])('a grid of %i×%i images on %i pixels', (side, pixels) => {
  it('has every cell centred on its code, to a twentieth of a pixel', () => {
    // A blob in the middle of each image, whose centre of ink can be measured.
    const blob = full(side).map((_, i) => {
      const x = ((i % side) + 0.5) / side - 0.5;
      const y = (Math.floor(i / side) + 0.5) / side - 0.5;
      return Math.exp(-(x * x + y * y) / 0.02);
    });
    const ink = painted(blob, side, pixels);
    const cell = pixels / CELLS;
    for (const column of [0, 4, 7, 14]) {
      for (const row of [0, 9, 14]) {
        let sum = 0;
        let sumX = 0;
        let sumY = 0;
        for (let y = Math.floor(row * cell); y < Math.floor((row + 1) * cell); y++) {
          for (let x = Math.floor(column * cell); x < Math.floor((column + 1) * cell); x++) {
            sum += ink(x, y);
            sumX += ink(x, y) * (x + 0.5);
            sumY += ink(x, y) * (y + 0.5);
          }
        }
        expect(Math.abs(sumX / sum - (column + 0.5) * cell)).toBeLessThan(0.05);
        expect(Math.abs(sumY / sum - (row + 0.5) * cell)).toBeLessThan(0.05);
      }
    }
  });

  it('keeps paper between cells that are all ink, on both axes', () => {
    const ink = painted(full(side), side, pixels);
    const cell = pixels / CELLS;
    for (let border = 1; border < CELLS; border++) {
      const at = Math.round(border * cell) - 1;
      for (let along = 0; along < pixels; along++) {
        expect(Math.min(ink(at, along), ink(at + 1, along))).toBe(0);
        expect(Math.min(ink(along, at), ink(along, at + 1))).toBe(0);
      }
    }
    const middle = Math.floor(cell / 2);
    expect(ink(middle, middle)).toBe(1);
  });
});

describe('a sheet', () => {
  it('has the image upright and unmirrored, paper at 0 and ink at 1', () => {
    // Ink in the top left quarter.
    const image = full(8).map((_, i) => (i % 8 < 4 && i < 32 ? 1 : 0));
    const ink = painted(image, 8, 320, 2);
    expect(ink(40, 40)).toBe(1);
    expect(ink(120, 40)).toBe(0);
    expect(ink(40, 120)).toBe(0);
  });

  it('fades images that are absent', () => {
    const ink = painted(full(8), 8, 320, 2, Uint8Array.of(1, 0, 1, 1));
    expect(ink(80, 80)).toBe(1);
    expect(ink(240, 80)).toBeGreaterThan(0.1);
    expect(ink(240, 80)).toBeLessThan(0.25);
  });

  it('follows its images: the same canvas takes another size and other images', () => {
    const canvas = document.body.appendChild(document.createElement('canvas'));
    made.push(canvas);
    const painter = createSheetPainter(canvas);
    painter.paint({ images: copies(full(8), 4), width: 8, height: 8, columns: 2 }, THEME, 100, 100);
    painter.paint({ images: copies(full(5).fill(0), 9), width: 5, height: 5, columns: 3 }, THEME, 60, 60);
    expect([canvas.width, canvas.height]).toEqual([60, 60]);
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, 60, 60);
    expect(data.every((value, i) => i % 4 === 3 || value === THEME.paper[i % 4])).toBe(true);
  });

  it('is there again where the browser has lost it, and stays away once it was given back', () => {
    const canvas = document.body.appendChild(document.createElement('canvas'));
    made.push(canvas);
    const painter = createSheetPainter(canvas);
    painter.paint({ images: copies(full(8), 4), width: 8, height: 8, columns: 2 }, THEME, 100, 100);
    const shown = canvas.toDataURL();
    canvas.getContext('2d')!.reset();
    expect(canvas.toDataURL()).not.toBe(shown);
    canvas.dispatchEvent(new Event('contextrestored'));
    expect(canvas.toDataURL()).toBe(shown);
    painter.clear();
    canvas.dispatchEvent(new Event('contextrestored'));
    expect(canvas.width).toBe(0);
  });

  it('keeps the proportions of its images', () => {
    const { imageWidth, imageHeight } = sheetGeometry(4, { width: 20, height: 10, columns: 2 }, 200, 200);
    expect(imageWidth / imageHeight).toBeCloseTo(2, 12);
    expect(imageWidth).toBeLessThan(100);
  });

  it('gives an image that is alone all of the canvas', () => {
    expect(sheetGeometry(1, { width: 8, height: 8, columns: 1 }, 48, 48).imageWidth).toBe(48);
  });
});
