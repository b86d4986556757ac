/** The drawn picture itself: pixels read back from the built page against what its lab says that they should show. */
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { curveFaults, type Tick } from '../support/picture/curve';
import { type ExpectedOutline, outlineFaults } from '../support/picture/outlines';
import { type Colour, crossingAt, differenceFrom, inkOn } from '../support/picture/raster';
import { sheetFaults } from '../support/picture/sheet';
import { openImages, POSED, type Posterior, pose } from './posed';
import { pretendHardware } from './scenarios';
import { bitmapOf, keepDrawings, painterOf, screenOf, type Told, toldBy } from './seen';
import { useBrowser } from './site';

const browser = useBrowser('webgl');

/** Paul Tol's "muted" scheme, and the same raised for the dark: written out here, so that the page's table is checked. */
const PALETTES: Record<'light' | 'dark', { paper: Colour; ink: Colour; classes: readonly Colour[] }> = {
  light: {
    paper: [255, 253, 248],
    ink: [28, 27, 25],
    classes: [
      [51, 34, 136],
      [204, 102, 119],
      [68, 170, 153],
      [170, 68, 153],
      [17, 119, 51],
      [136, 204, 238],
      [136, 34, 85],
      [153, 153, 51],
      [119, 119, 136],
      [221, 170, 68],
    ],
  },
  dark: {
    paper: [29, 31, 34],
    ink: [242, 239, 232],
    classes: [
      [141, 132, 232],
      [229, 138, 152],
      [85, 196, 176],
      [207, 124, 200],
      [79, 174, 109],
      [154, 214, 245],
      [208, 98, 143],
      [188, 188, 85],
      [179, 179, 192],
      [232, 196, 106],
    ],
  },
};

/** Two poses, apart from each other everywhere: a picture of the one is none of the other. */
const FIRST: readonly Posterior[] = [
  { x: -1.3, y: 1.1, a: 0.45, b: 0.25, rho: 0.6 },
  { x: 1.1, y: 1.3, a: 0.22, b: 0.5, rho: -0.3 },
  { x: 1.2, y: -0.9, a: 0.6, b: 0.3, rho: 0.8 },
  { x: -1.1, y: -1.2, a: 0.3, b: 0.55, rho: -0.7 },
  { x: 0.05, y: 0.15, a: 0.4, b: 0.24, rho: 0 },
  { x: -2.3, y: 0.1, a: 0.26, b: 0.4, rho: 0.4 },
];
const SECOND: readonly Posterior[] = FIRST.map(({ x, y, a, b, rho }) => ({
  x: 0.8 * y + 0.2,
  y: 0.9 * x - 0.4,
  a: b + 0.1,
  b: a,
  rho: -(rho ?? 0),
}));

/** Cells a side of a grid of decoded images, and the window that they tile, by where they are decoded. */
function gridOf({ asked }: Told): { cells: number; x: number; y: number; half: number; key: string } {
  const grid = asked.find(({ points }) => points.length >= 2 * 25);
  if (grid === undefined) throw new Error('No panel asks for a grid of decoded images');
  const { points, key } = grid;
  const cells = Math.sqrt(points.length / 2);
  const side = points[2]! - points[0]!;
  return {
    cells,
    key,
    x: (points[0]! + points[2 * (cells - 1)]!) / 2,
    y: (points[1]! + points[points.length - 1]!) / 2,
    half: (side * cells) / 2,
  };
}

/** What of the plane's canvas is not as the frame says. */
async function planeFaults(page: Page, scheme: 'light' | 'dark', density: number): Promise<string[]> {
  const told = await toldBy(page);
  const { x, y, half } = gridOf(told);
  const { paper, classes } = PALETTES[scheme];
  // By the CPU it is drawn with the paper that it lies on.
  const picture = inkOn(await bitmapOf(page, '.plane-canvas canvas'), paper, classes);
  const faults: string[] = [];
  const place = await page.evaluate(() => {
    const box = (selector: string): number[] => {
      const { left, top, width, height } = document.querySelector(selector)!.getBoundingClientRect();
      return [left, top, width, height];
    };
    return { canvas: box('.plane-canvas canvas'), svg: box('.plane-stage > svg') };
  });
  if (place.canvas.some((value, k) => Math.abs(value - place.svg[k]!) > 0.5))
    faults.push(`the canvas lies at ${place.canvas}, the furniture at ${place.svg}`);
  if (
    Math.abs(picture.width - density * place.canvas[2]!) > 1 ||
    Math.abs(picture.height - density * place.canvas[3]!) > 1
  )
    faults.push(`the bitmap has ${picture.width} × ${picture.height} pixels at a density of ${density}`);
  const unit = picture.width / (2 * half);
  // A uniform distribution of variance 1 ends at √3.
  const reach = told.noiseScale * (told.family === 'box' ? Math.sqrt(3) : 1);
  const kinds = new Map<string, ExpectedOutline>();
  for (let i = 0; i < told.mu.length / 2; i++) {
    const [mx, my] = [told.mu[2 * i]!, told.mu[2 * i + 1]!];
    const label = told.labels[i]!;
    kinds.set(`${mx.toFixed(4)} ${my.toFixed(4)} ${label}`, {
      name: `class ${label}`,
      x: (mx - x + half) * unit,
      y: (half - my + y) * unit,
      a: reach * told.sigma[2 * i]! * unit,
      b: reach * told.sigma[2 * i + 1]! * unit,
      form: told.family === 'box' ? 'box' : -(told.correlation[i] ?? 0),
      colour: classes[label % classes.length]!,
    });
  }
  return [...faults, ...outlineFaults(picture, [...kinds.values()], classes)];
}

/** What of the prior's unit circle on the screen is not as the window says. */
async function circleFaults(page: Page, density: number): Promise<string[]> {
  const { x, y, half } = gridOf(await toldBy(page));
  const { raster, left, top, width } = await screenOf(page, '.plane-stage > svg', 'circle.prior-1', density);
  const unit = width / (2 * half);
  const centre = { x: left + (half - x) * unit, y: top + (half + y) * unit };
  const background = [0, 1, 2].map((k) => raster.data[4 * (3 * raster.width + 3) + k]!) as unknown as Colour;
  const field = differenceFrom(raster, background);
  const offsets: number[] = [];
  for (let i = 0; i < 24; i++) {
    const angle = (2 * Math.PI * (i + 0.5)) / 24;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const [px, py] = [centre.x + unit * c, centre.y + unit * s];
    if (Math.min(px, py, raster.width - px, raster.height - py) < 8 * density) continue;
    const { offset, height } = crossingAt(field, px, py, c, s, 6 * density);
    offsets.push(height > 0.05 ? offset : Number.NaN);
  }
  const wrong = offsets.filter((offset) => !(Math.abs(offset) <= 0.75 * density));
  const mean = offsets.reduce((sum, offset) => sum + offset, 0) / offsets.length;
  if (offsets.length < 8) return ['the circle is hardly in view'];
  if (wrong.length > 0) return [`${wrong.length} of ${offsets.length} places have no circle: ${wrong.slice(0, 3)}`];
  return Math.abs(mean) > 0.5 * density ? [`the radius of the circle is off by ${mean} px`] : [];
}

/** What of the decoded grid is not as the frame says. */
async function gridFaults(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  const told = await toldBy(page);
  const { cells, key, x, y, half } = gridOf(told);
  const { paper, ink } = PALETTES[scheme];
  // Cells with a code in them are certainly not faded.
  const taken = new Set<number>();
  for (let i = 0; i < told.mu.length / 2; i++) {
    const column = Math.floor(((told.mu[2 * i]! - x + half) / (2 * half)) * cells);
    const row = Math.floor(((y + half - told.mu[2 * i + 1]!) / (2 * half)) * cells);
    if (column >= 0 && row >= 0 && column < cells && row < cells) taken.add(row * cells + column);
  }
  return sheetFaults(await bitmapOf(page, '.grid canvas'), {
    images: Float32Array.from(told.asked.find((request) => request.key === key)!.pictures),
    width: told.width,
    height: told.height,
    columns: cells,
    paper,
    ink,
    mayFade: (i) => !taken.has(i),
  });
}

/** What of the strip is not as the data set and the frame say. */
async function stripFaults(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  const told = await toldBy(page);
  const strip = told.asked.find(({ indices }) => indices.length > 1);
  if (strip === undefined) return ['no panel asks for images to be rebuilt'];
  const { width, height } = told;
  const { paper, ink } = PALETTES[scheme];
  const size = width * height;
  const originals = strip.indices.flatMap((index) => told.images.slice(index * size, (index + 1) * size));
  const sheet = { width, height, columns: strip.indices.length, paper, ink };
  const kinds = new Set(strip.indices.map((index) => told.labels[index]));
  const faults = kinds.size < new Set(told.labels).size ? ['the strip leaves out a class'] : [];
  for (const [index, name, images] of [
    [0, 'originals', originals],
    [1, 'rebuilt', strip.pictures],
  ] as const) {
    const picture = await bitmapOf(page, '.strip canvas', index);
    faults.push(
      ...sheetFaults(picture, { ...sheet, images: Float32Array.from(images) }).map((fault) => `${name}: ${fault}`),
    );
  }
  return faults;
}

/** What of the loss curves is not as the history says. */
async function lossFaults(page: Page): Promise<string[]> {
  const { history } = await toldBy(page);
  const chart = await page.evaluate(() => {
    const svg = document.querySelector('.loss svg')!;
    const ticks = (axis: string): Tick[] =>
      [...svg.querySelectorAll<SVGGElement>(`.axis-${axis} .tick`)].map((tick) => {
        const [, x, y] = /translate\(([-\d.]+)[\s,]*([-\d.]+)?\)/.exec(tick.getAttribute('transform') ?? '') ?? [];
        return { at: Number(axis === 'x' ? x : (y ?? 0)), text: tick.textContent ?? '' };
      });
    return {
      x: ticks('x'),
      y: ticks('y'),
      paths: Object.fromEntries(
        ['reconstruction', 'weighted', 'total'].map((name) => {
          const path = svg.querySelector(`.series-${name}`);
          return [
            name,
            { d: path?.getAttribute('d') ?? '', stroke: path === null ? '' : getComputedStyle(path).stroke },
          ];
        }),
      ),
    };
  });
  const strokes = new Set(Object.values(chart.paths).map(({ stroke }) => stroke));
  const faults = strokes.size < 3 ? ['two of the curves have one colour'] : [];
  const top = Math.min(...Object.values(chart.paths).flatMap(({ d }) => cornerTops(d)));
  for (const name of ['reconstruction', 'weighted', 'total'] as const) {
    const rows = history.map((row) => ({ step: row.step, value: row[name] }));
    faults.push(...curveFaults(name, chart.paths[name]!.d, rows, chart, top));
  }
  return faults;
}

const cornerTops = (path: string): number[] =>
  [...path.matchAll(/[ML]\s*-?[\d.]+[\s,]+(-?[\d.]+)/g)].map(([, y]) => Number(y));

/** Waits until nothing is wrong; says what is if that does not come. */
async function isRight(what: string, faults: () => Promise<string[]>): Promise<void> {
  let latest: string[] = [];
  await vi
    .waitUntil(
      async () => {
        // A picture that has not been asked for yet is no picture either.
        latest = await faults().catch((error: unknown) => [String(error)]);
        return latest.length === 0;
      },
      { timeout: 40_000, interval: 100 },
    )
    .catch(() => expect.fail(`${what}:\n${latest.join('\n')}`));
}

describe('the picture is what the frame says, at two zooms', () => {
  it.each([
    { painter: 'cpu', density: 1, colorScheme: 'light', family: 'diagonal' },
    { painter: 'cpu', density: 2, colorScheme: 'dark', family: 'box' },
    { painter: 'webgl', density: 1, colorScheme: 'dark', family: 'full' },
    { painter: 'webgl', density: 2, colorScheme: 'light', family: 'diagonal' },
  ] as const)(
    '$family, drawn by $painter at a density of $density, $colorScheme',
    async ({ painter, density, colorScheme, family }) => {
      const { page, close } = await browser.open({
        hash: `${POSED}&q=${family}`,
        colorScheme,
        deviceScaleFactor: density,
        before: async (fresh) => {
          await keepDrawings(fresh);
          if (painter === 'webgl') await pretendHardware(fresh);
        },
      });
      await openImages(page);
      await pose(page, FIRST, family);
      const all = async (when: string): Promise<void> => {
        await isRight(`the plane, ${when}`, () => planeFaults(page, colorScheme, density));
        await isRight(`the circle, ${when}`, () => circleFaults(page, density));
        await isRight(`the grid, ${when}`, () => gridFaults(page, colorScheme));
      };
      await all('at first');
      expect(await painterOf(page)).toBe(painter);
      await isRight('the strip', () => stripFaults(page, colorScheme));

      await page.getByRole('button', { name: 'Zoom in' }).click();
      await all('closer');

      // Another model at once: whatever still shows the last one is out of date.
      await pose(page, SECOND, family);
      await all('of another model');
      await isRight('the strip of another model', () => stripFaults(page, colorScheme));
      await close();
    },
  );
});

describe('the loss curves', () => {
  it('are those of R, βK and their sum, on axes that say so', async () => {
    const { page, close } = await browser.open({ hash: '#v=1&play=0&b=2&s=1&e=simd' });
    for (let i = 0; i < 12; i++) await page.evaluate(() => window.lab.step(25));
    await isRight('the curves', () => lossFaults(page));
    await close();
  });
});
