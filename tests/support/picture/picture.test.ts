import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/math/random';
import { cornersOf, curveFaults, numberOf } from './curve';
import { type ExpectedOutline, outlineFaults } from './outlines';
import { type Colour, inkOn, type Raster } from './raster';
import { type ExpectedSheet, sheetFaults } from './sheet';

const RED: Colour = [204, 60, 60];
const BLUE: Colour = [51, 34, 136];
const PAPER: Colour = [255, 253, 248];
const INK: Colour = [28, 27, 25];

/** Whether a place is inside (f < 1), and how far it is from the contour. */
interface Place {
  readonly f: number;
  readonly distance: number;
}

function inEllipse(px: number, py: number, a: number, b: number, rho: number): Place {
  // In the coordinates of two independent numbers, to which the second adds ρ of the first.
  const u = px / a;
  const w = (py / b - rho * u) / Math.sqrt(1 - rho * rho);
  const f = Math.hypot(u, w);
  const slope = Math.hypot(u / a - (rho * w) / Math.sqrt(1 - rho * rho) / a, w / Math.sqrt(1 - rho * rho) / b);
  return { f, distance: Math.abs(f - 1) * (f / Math.max(1e-9, slope)) };
}

function inBox(px: number, py: number, a: number, b: number): Place {
  const [dx, dy] = [Math.abs(px) - a, Math.abs(py) - b];
  return { f: Math.max(dx, dy) < 0 ? 0.5 : 2, distance: Math.abs(Math.max(dx, dy)) };
}

/** Outlines drawn pixel by pixel, each pixel by 8 × 8 looks: a light inside, a line of one pixel, a dot. */
function drawOutlines(outlines: readonly ExpectedOutline[], size = 200): Raster {
  const data = new Uint8ClampedArray(4 * size * size);
  const LOOKS = 8;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      let alpha = 0;
      let of = outlines[0]!;
      for (const outline of outlines) {
        const { x, y, a, b, form } = outline;
        for (let k = 0; k < LOOKS * LOOKS; k++) {
          const px = column + ((k % LOOKS) + 0.5) / LOOKS - x;
          const py = row + (Math.floor(k / LOOKS) + 0.5) / LOOKS - y;
          const { f, distance } = form === 'box' ? inBox(px, py, a, b) : inEllipse(px, py, a, b, form);
          const ink = Math.hypot(px, py) < 1.6 ? 0.8 : f > 0 && distance < 0.5 ? 0.5 : f < 1 ? 0.12 : 0;
          if (ink > 0) of = outline;
          alpha += ink / (LOOKS * LOOKS);
        }
      }
      data.set([...of.colour, Math.round(255 * Math.min(1, alpha))], 4 * (row * size + column));
    }
  return { width: size, height: size, data };
}

/** The same laid on the paper: opaque. */
const onPaper = ({ width, height, data }: Raster): Raster => ({
  width,
  height,
  data: Uint8ClampedArray.from(data, (value, i) => {
    if (i % 4 === 3) return 255;
    const under = PAPER[(i % 4) as 0 | 1 | 2];
    return under + (data[i | 3]! / 255) * (value - under);
  }),
});

const ELLIPSES: readonly ExpectedOutline[] = [
  { name: 'one', x: 60.3, y: 70.8, a: 30.2, b: 15.7, form: 0, colour: RED },
  { name: 'two', x: 140.1, y: 130.6, a: 20.4, b: 35.5, form: 0, colour: BLUE },
];

describe.each<[string, readonly ExpectedOutline[], [string, (one: ExpectedOutline) => Partial<ExpectedOutline>]]>([
  ['ellipses', ELLIPSES, ['tilted', () => ({ form: 0.3 })]],
  [
    'tilted ellipses',
    ELLIPSES.map((one, i) => ({ ...one, form: i === 0 ? 0.7 : -0.5 })),
    ['tilted the other way', ({ form }) => ({ form: form === 'box' ? form : -form })],
  ],
  ['rectangles', ELLIPSES.map((one) => ({ ...one, form: 'box' })), ['without corners', () => ({ form: 0 })]],
])('%s in a picture', (_, outlines, other) => {
  const picture = drawOutlines(outlines);
  const laid = inkOn(onPaper(picture), PAPER, [RED, BLUE]);
  const faultsOf = (shown: Raster, change: (one: ExpectedOutline) => Partial<ExpectedOutline>): string[] =>
    outlineFaults(
      shown,
      outlines.map((one) => ({ ...one, ...change(one) })),
      [RED, BLUE],
    );

  it('are found where they are, also on a paper', () => {
    expect(faultsOf(picture, () => ({}))).toEqual([]);
    expect(faultsOf(laid, () => ({}))).toEqual([]);
  });

  it.each<[string, (one: ExpectedOutline) => Partial<ExpectedOutline>]>([
    ['twice the size', ({ a, b }) => ({ a: 2 * a, b: 2 * b })],
    ['a tenth larger', ({ a, b }) => ({ a: 1.1 * a, b: 1.1 * b })],
    ['one pixel wider', ({ a }) => ({ a: a + 1 })],
    ['upside down', ({ y }) => ({ y: 200 - y })],
    ['with axes exchanged', ({ a, b }) => ({ a: b, b: a })],
    ['one pixel to the right', ({ x }) => ({ x: x + 1 })],
    other,
    ['in the other colour', ({ colour }) => ({ colour: colour === RED ? BLUE : RED })],
  ])('are not taken for others: %s', (_, change) => {
    expect(faultsOf(picture, change)).not.toEqual([]);
    expect(faultsOf(laid, change), 'on a paper').not.toEqual([]);
  });

  it('must all be there, and no others', () => {
    expect(outlineFaults(picture, outlines.slice(0, 1), [RED, BLUE]).join()).toContain('no outline');
    expect(outlineFaults(drawOutlines(outlines.slice(0, 1)), outlines, [RED, BLUE]).join()).toContain('two');
    const blank = { width: 200, height: 200, data: new Uint8Array(4 * 200 * 200) };
    expect(outlineFaults(blank, outlines, [RED, BLUE]).length).toBeGreaterThan(3);
  });
});

/** Images of 8 × 8 with something bright of a place of its own in each. */
function someImages(count: number): Float32Array {
  const random = createRandom(4, 0);
  return Float32Array.from({ length: 64 * count }, () => random.uniform() ** 2);
}

/** A sheet as CSS would enlarge it: every pixel of an image `zoom` pixels a side, `gutter` pixels of paper around it. */
function drawSheet({ images, columns, paper, ink }: ExpectedSheet, zoom: number, gutter: number, faded = -1): Raster {
  const count = images.length / 64;
  const cell = 8 * zoom + 2 * gutter;
  const width = columns * cell;
  const height = Math.ceil(count / columns) * cell;
  const data = new Uint8ClampedArray(4 * width * height);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const i = Math.floor(row / cell) * columns + Math.floor(column / cell);
      const x = Math.floor(((column % cell) - gutter) / zoom);
      const y = Math.floor(((row % cell) - gutter) / zoom);
      const inside = i < count && x >= 0 && y >= 0 && x < 8 && y < 8;
      const share = inside ? images[64 * i + 8 * y + x]! * (i === faded ? 0.16 : 1) : 0;
      data.set([...paper.map((value, k) => value + share * (ink[k]! - value)), 255], 4 * (row * width + column));
    }
  return { width, height, data };
}

describe('images in a sheet', () => {
  const sheet: ExpectedSheet = { images: someImages(12), width: 8, height: 8, columns: 4, paper: PAPER, ink: INK };
  const drawn = (change: Partial<ExpectedSheet>, gutter = 3, faded = -1): string[] =>
    sheetFaults(drawSheet({ ...sheet, ...change }, 4, gutter, faded), sheet);
  const rearranged = (from: (k: number) => number): Partial<ExpectedSheet> => ({
    images: sheet.images.map((_, k) => sheet.images[from(k) % sheet.images.length]!),
  });

  it.each([0, 1, 3])('are found where they are, with %i pixels of paper around them', (gutter) => {
    expect(drawn({}, gutter)).toEqual([]);
  });

  it('may fade where that is allowed, and only there', () => {
    expect(drawn({}, 3, 5).join()).toContain('contrast');
    const lenient = { ...sheet, mayFade: (i: number) => i === 5 };
    expect(sheetFaults(drawSheet(sheet, 4, 3, 5), lenient)).toEqual([]);
  });

  it.each<[string, Partial<ExpectedSheet>]>([
    ['inverted', { paper: INK, ink: PAPER }],
    ['one cell further', rearranged((k) => k + 64)],
    ['one row further', rearranged((k) => k + 4 * 64)],
    ['every cell transposed', rearranged((k) => 64 * Math.floor(k / 64) + 8 * (k % 8) + Math.floor((k % 64) / 8))],
    ['one of them another', { images: sheet.images.map((v, k) => (k >> 6 === 7 ? sheet.images[k - 64]! : v)) }],
    ['half as dark', { images: sheet.images.map((value) => value / 2) }],
  ])('are not taken for others: %s', (_, change) => {
    expect(drawn(change)).not.toEqual([]);
  });

  it('are held to the middle of their cells', () => {
    const right = drawSheet(sheet, 4, 3);
    const data = new Uint8ClampedArray(right.data.length);
    // One pixel to the right, the last column around to the left.
    for (let p = 0; p < right.width * right.height; p++) {
      const from = p % right.width === 0 ? p + right.width - 1 : p - 1;
      data.set(right.data.subarray(4 * from, 4 * from + 4), 4 * p);
    }
    expect(sheetFaults({ ...right, data }, sheet).join()).toContain('middle');
  });
});

describe('a curve in a chart', () => {
  const rows = [0, 10, 20, 30].map((step) => ({ step, value: 40 - step }));
  const axes = {
    x: [
      { at: 30, text: '0' },
      { at: 130, text: '20' },
    ],
    y: [
      { at: 100, text: '0' },
      { at: 20, text: '40' },
    ],
  };
  const path = 'M30.0 20.0L80.0 40.0L130.0 60.0L180.0 80.0';

  it('is read through the labels of the axes', () => {
    expect(cornersOf(path)).toHaveLength(4);
    expect(curveFaults('total', path, rows, axes, 0)).toEqual([]);
    expect(['1,000', '−3.5', '2k', '1e-3'].map(numberOf)).toEqual([1000, -3.5, 2000, 0.001]);
  });

  it('must be of these numbers, with the last, on axes that can be read', () => {
    const others = rows.map(({ step, value }) => ({ step, value: value - 5 }));
    expect(curveFaults('total', path, others, axes, 0)).not.toEqual([]);
    expect(curveFaults('total', 'M30.0 20.0L80.0 40.0', rows, axes, 0)).not.toEqual([]);
    expect(curveFaults('total', path, rows, { ...axes, y: axes.y.slice(0, 1) }, 0).join()).toContain('cannot be read');
    expect(curveFaults('total', '', rows, axes, 0)).not.toEqual([]);
  });
});
