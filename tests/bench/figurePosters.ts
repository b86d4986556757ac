/** The pictures that stand in the places of the figures of the article: what each figure has come to after its training. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { POSTER } from '../../src/article/parts/Poster';
import type { Settings } from '../../src/state/settings';
import type { PosterId } from '../../src/text/posters';
import { mountFigure } from '../browser/mountAll';

/** One element of a figure: what it is found by, and which of those that are found. */
type Piece = readonly [selector: string, place?: number];

export interface Pictured {
  readonly id: PosterId;
  /** What is set before the training. */
  readonly settings?: Partial<Settings>;
  /** Of the training; none of a figure without a model, or with models that are trained by a button of its own. */
  readonly steps?: number;
  /** Columns from the left, each with its pieces from the top. */
  readonly columns: readonly (readonly Piece[])[];
}

const PLANE: Piece = ['.plane-stage'];
const GRID: Piece = ['.grid canvas'];

export const PICTURED: readonly Pictured[] = [
  { id: 'autoencoder', steps: 3000, columns: [[PLANE], [GRID]] },
  { id: 'pca', steps: 2000, columns: [[['.pca-view svg', 0]], [['.pca-view svg', 1]]] },
  { id: 'shapes', columns: [[['.cloud']]] },
  { id: 'gaps', steps: 3000, columns: [[PLANE], [GRID], [['.plane-stage', 1]], [['.grid canvas', 1]]] },
  { id: 'points-to-ellipses', settings: { noiseScale: 1 }, steps: 5000, columns: [[PLANE], [GRID]] },
  { id: 'reparameterise', steps: 5000, columns: [[PLANE], [['.noise-pad']], [['.noise-picture canvas', -1]]] },
  { id: 'no-regulariser', steps: 3000, columns: [[PLANE], [GRID]] },
  { id: 'regularisers', columns: [[['.pull-plane svg']], [['.pull-curves svg', 0]], [['.pull-curves svg', 1]]] },
  {
    id: 'kl',
    columns: [
      [['.kl-stage']],
      [
        ['.chart svg', 0],
        ['.chart svg', 1],
      ],
    ],
  },
  {
    id: 'tug-of-war',
    columns: [0, 1, 2].map((place) => [
      ['.sweep-plane', place],
      ['.sweep-plane', place + 3],
    ]),
  },
  { id: 'surgery', steps: 5000, columns: [[PLANE], [['.kl-parts svg']]] },
  { id: 'bayes', steps: 5000, columns: [[PLANE], [['.strip canvas'], ['.loss svg']]] },
  { id: 'true-posterior', steps: 5000, columns: [[PLANE]] },
  { id: 'generate', steps: 5000, columns: [[PLANE], [GRID]] },
  { id: 'metric', steps: 5000, columns: [[PLANE]] },
  { id: 'beta', steps: 5000, columns: [[PLANE], [0, 1, 2, 3, 4].map((axis) => ['.axes-row canvas', axis])] },
  { id: 'draw', steps: 5000, columns: [[PLANE]] },
];

/** Ms in which what was asked for of the last step is drawn. */
const DRAWN = 4000;

/** How often curves over the training are measured, and ms that each time takes. */
const CURVE = { stops: 25, pause: 250 };

/** Pixels between two pieces. */
const GAP = 12;

/** Bytes that a picture may have. */
const MOST = 25_000;

/** Words on figures, which are of one language. */
const WORDS = '.pca-component, .pull-name';

/** Trains the figure. @returns its place on the page */
export async function trainFigure(page: Page, { id, settings, steps }: Pictured): Promise<Locator> {
  const figure = page.locator(`#${id}`);
  await mountFigure(page, id);
  await page.evaluate(
    async ([lab, changes, count, { stops, pause }]) => {
      if (count === undefined) return;
      await window.labs[lab]!.set(changes ?? {});
      for (let stop = 0; stop < stops; stop++) {
        await window.labs[lab]!.step(count / stops);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
    [id, settings, steps, CURVE] as const,
  );
  const start = figure.locator('.sweep-start button');
  if ((await start.count()) > 0) {
    await start.click();
    await page.waitForFunction((name) => window.sweeps![name]!.sweep!.store.getState().phase === 'done', id, {
      timeout: 200_000,
    });
  }
  return figure;
}

/** Writes the picture as the page is coloured now. @param page whose figure is trained */
export async function takeFigure(page: Page, figure: Locator, { id, columns }: Pictured, theme: 'light' | 'dark') {
  await page.addStyleTag({ content: `:is(${WORDS}) { visibility: hidden; }` });
  await page.evaluate((name) => window.page.set({ theme: name }), theme);
  await page.waitForTimeout(DRAWN);
  const pieces: string[][] = [];
  for (const column of columns) {
    const pictures = [];
    for (const [selector, place = 0] of column)
      pictures.push((await figure.locator(selector).nth(place).screenshot()).toString('base64'));
    pieces.push(pictures);
  }
  const encoded = await page.evaluate(compose, { pieces, ...POSTER, gap: GAP, most: MOST });
  await mkdir('public/posters', { recursive: true });
  await writeFile(`public/posters/${id}-${theme}.webp`, Buffer.from(encoded, 'base64'));
}

interface Composition {
  /** PNG as base64: of each column, from the top. */
  readonly pieces: readonly (readonly string[])[];
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  /** Bytes. */
  readonly most: number;
}

/** All pieces as large as the picture has room for them: columns of one height, in each the pieces of one width. In the page. */
async function compose({ pieces, width, height, gap, most }: Composition): Promise<string> {
  const columns = await Promise.all(
    pieces.map((column) =>
      Promise.all(
        column.map(async (picture) => {
          const image = new Image();
          image.src = `data:image/png;base64,${picture}`;
          await image.decode();
          return image;
        }),
      ),
    ),
  );
  /** Height of a column one pixel wide, without the gaps in it. */
  const slopes = columns.map((column) => column.reduce((sum, image) => sum + image.height / image.width, 0));
  const widthsAt = (high: number): number[] =>
    columns.map((column, k) => Math.max(1, (high - gap * (column.length - 1)) / slopes[k]!));
  const wideAt = (high: number): number => widthsAt(high).reduce((sum, each) => sum + each, gap * (columns.length - 1));
  // A line of the height, which is as large as the width allows.
  const perPixel = slopes.reduce((sum, slope) => sum + 1 / slope, 0);
  const high = Math.min(height, height + (width - wideAt(height)) / perPixel);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, width, height);
  let x = (width - wideAt(high)) / 2;
  for (const [k, column] of columns.entries()) {
    const wide = widthsAt(high)[k]!;
    let y = (height - high) / 2;
    for (const image of column) {
      const tall = (wide * image.height) / image.width;
      context.drawImage(image, x, y, wide, tall);
      y += tall + gap;
    }
    x += wide + gap;
  }
  // In base64 three bytes are four letters.
  for (let quality = 0.85; ; quality -= 0.05) {
    const encoded = canvas.toDataURL('image/webp', quality).split(',')[1]!;
    if ((encoded.length * 3) / 4 <= most) return encoded;
    if (quality < 0.1) throw new Error(`The picture has more than ${most} bytes at any quality`);
  }
}
