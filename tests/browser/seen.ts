/** What a page shows, as pixels and places, and what its lab says that it should show. */
import { decode } from 'fast-png';
import type { Page } from 'playwright-core';
import type { Raster } from '../support/picture/raster';

/** Lets a canvas that WebGL has drawn be read at any time, not only before it is shown. */
export async function keepDrawings(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, options?: object) {
      const kept = kind === 'webgl2' ? { ...options, preserveDrawingBuffer: true } : options;
      return (getContext as (kind: string, options?: object) => RenderingContext | null).call(this, kind, kept);
    } as typeof getContext;
  });
}

/** A PNG as pixels of red, green, blue and alpha. */
export function rasterOf(png: Uint8Array): Raster {
  const { width, height, data, channels } = decode(png);
  const rgba = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++) {
    for (let k = 0; k < 3; k++) rgba[4 * i + k] = data[channels * i + (channels < 3 ? 0 : k)]!;
    rgba[4 * i + 3] = channels === 4 ? data[4 * i + 3]! : 255;
  }
  return { width, height, data: rgba };
}

/** The bitmap of a canvas. */
export async function bitmapOf(page: Page, selector: string, index = 0): Promise<Raster> {
  const url = await page
    .locator(selector)
    .nth(index)
    .evaluate((canvas) => {
      const source = canvas as HTMLCanvasElement;
      const copy = document.createElement('canvas');
      copy.width = Math.max(1, source.width);
      copy.height = Math.max(1, source.height);
      copy.getContext('2d')!.drawImage(source, 0, 0);
      return copy.toDataURL('image/png');
    });
  return rasterOf(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
}

/** A part of the screen, and where the element that it was taken around lies in it; device pixels. */
export interface Screen {
  readonly raster: Raster;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** The screen around an element, on which nothing can be seen but what a selector finds in it. */
export async function screenOf(page: Page, part: string, only: string, density: number): Promise<Screen> {
  // A sheet of the page's own: its policy allows no style in the document, such as a screenshot adds that hides carets.
  await page.evaluate(async (text) => {
    const sheet = await new CSSStyleSheet().replace(text);
    document.adoptedStyleSheets = [sheet];
  }, `body * { visibility: hidden !important; } ${part} :is(${only}) { visibility: visible !important; }`);
  const box = await page.locator(part).evaluate((element) => {
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  });
  // Elements need not begin at whole pixels.
  const [x, y] = [Math.floor(box.left), Math.floor(box.top)];
  const clip = { x, y, width: Math.ceil(box.left + box.width) - x, height: Math.ceil(box.top + box.height) - y };
  const png = await page.screenshot({ clip, caret: 'initial' });
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return {
    raster: rasterOf(png),
    left: density * (box.left - x),
    top: density * (box.top - y),
    width: density * box.width,
  };
}

/** Which painter has drawn a canvas. */
export const painterOf = (page: Page): Promise<'cpu' | 'webgl'> =>
  page
    .locator('.plane-canvas canvas')
    .evaluate((canvas) => ((canvas as HTMLCanvasElement).getContext('webgl2') === null ? 'cpu' : 'webgl'));

export interface Asked {
  readonly key: string;
  /** Points to decode, rows of two; empty for a request of another kind. */
  readonly points: readonly number[];
  /** Images to rebuild; empty for a request of another kind. */
  readonly indices: readonly number[];
  readonly pictures: readonly number[];
}

/** The lab's latest frame, and what belongs to it. */
export interface Told {
  readonly step: number;
  readonly noiseScale: number;
  readonly mu: readonly number[];
  readonly sigma: readonly number[];
  readonly family: string;
  /** Empty where nothing is correlated. */
  readonly correlation: readonly number[];
  readonly labels: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly images: readonly number[];
  readonly asked: readonly Asked[];
  readonly history: readonly { step: number; reconstruction: number; weighted: number; total: number }[];
}

export const toldBy = (page: Page): Promise<Told> =>
  page.evaluate(() => {
    const { frame, dataset, history } = window.lab;
    return {
      step: frame!.step,
      noiseScale: frame!.noiseScale,
      mu: [...frame!.plane.mu],
      sigma: [...frame!.plane.sigma],
      family: frame!.plane.family,
      correlation: [...(frame!.plane.correlation ?? [])],
      labels: [...dataset!.labels!],
      width: dataset!.width,
      height: dataset!.height,
      images: [...dataset!.images],
      asked: Object.entries(frame!.view.requests).map(([key, request]) => ({
        key,
        points: request.kind === 'decode' ? [...request.points] : [],
        indices: request.kind === 'rebuild' ? [...request.indices] : [],
        pictures: [...(frame!.pictures[key] ?? [])],
      })),
      history: history.points.map(({ step, reconstruction, weighted, total }) => ({
        step,
        reconstruction,
        weighted,
        total,
      })),
    };
  });
