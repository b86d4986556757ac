/**
 * The page with every layer of the plane on, against the same page with none, by turns: an image is selected, three codes
 * are pinned and the images have labels, so that every layer has something to show. Then the same with all drawers open.
 */
import type { Browser, Page } from 'playwright-core';
import { trainFor } from '../browser/site';
import { type Felt, feltOf, noteTasks, percentile95 } from './felt';
import { open } from './page';

/** Rounds of each, and seconds of one. */
const ROUNDS = 3;
const SECONDS = 3;

/** Moves of the pointer over the plane, and ms from one to the next. */
const MOVES = 60;
const REST = 70;

const HASH = '#v=1&b=1&s=1&f=0&x=5&p=-1,0.5;1,-0.5;0.3,1';

const SMALL = 'VAE, 8×8 digits, no speed limit';
const LARGE = 'VAE, 60,000 images of 16×16, no speed limit';

/** Numbers, evidence and questions are open beside the layers where `drawers` says so; the card of the image always is. */
const LAYERED = [
  { name: SMALL, images: null, drawers: false },
  { name: LARGE, images: 60_000, drawers: false },
  { name: `${SMALL}, drawers open`, images: null, drawers: true },
  { name: `${LARGE}, drawers open`, images: 60_000, drawers: true },
] as const;

export interface Layered extends Felt {
  readonly scene: string;
  readonly engine: string;
  readonly withNone: number;
  readonly withAll: number;
  /** Frames a second with every layer. */
  readonly framesPerSecond: number;
  /** Ms from a pointer's move to the paint after it, with every layer: the 95th percentile. */
  readonly pointer: number;
}

/** Opens and closes what says numbers of the code space. */
async function openDrawers(page: Page, isOpen: boolean): Promise<void> {
  for (const name of isOpen ? ['numbers', 'questions', 'evidence'] : ['evidence', 'questions', 'numbers']) {
    const drawer = page.locator(`details.${name}`).first();
    await drawer.waitFor({ state: 'attached' });
    await drawer.evaluate((details: HTMLDetailsElement, open) => {
      details.open = open;
    }, isOpen);
  }
}

/** Steps, frames and long tasks of some seconds in which these layers are on. */
async function round(page: Page, all: boolean): Promise<{ steps: number; frames: number; tasks: number[] }> {
  await page.evaluate((on) => {
    const { layers } = window.lab;
    layers.set(Object.fromEntries(Object.keys(layers.store.getState()).map((name) => [name, on])));
  }, all);
  // What is fetched with the first of them is there by then.
  await page.waitForTimeout(1500);
  const tasks = await noteTasks(page);
  const counted = await page.evaluate(async (seconds) => {
    const { lab } = window;
    let frames = 0;
    const stop = lab.on('frame', () => {
      frames += 1;
    });
    const [from, start] = [lab.frame!.step, performance.now()];
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
    const scale = (1000 * seconds) / (performance.now() - start);
    const steps = lab.frame!.step - from;
    stop();
    return { steps: steps * scale, frames: frames * scale };
  }, SECONDS);
  return { ...counted, tasks: await tasks() };
}

/** Ms from each move of a pointer over the plane to the paint after it. */
async function pointerDelays(page: Page): Promise<number[]> {
  const box = (await page.locator('.plane-stage').boundingBox())!;
  const delays = await page.evaluateHandle(() => {
    const found: number[] = [];
    document.querySelector('.plane-stage')!.addEventListener('pointermove', ({ timeStamp }) => {
      window.afterPaint(() => found.push(performance.now() - timeStamp));
    });
    return found;
  });
  for (let i = 0; i < MOVES; i++) {
    const turn = (2 * Math.PI * i) / MOVES;
    await page.mouse.move(
      box.x + box.width * (0.5 + 0.3 * Math.cos(turn)),
      box.y + box.height * (0.5 + 0.3 * Math.sin(turn)),
    );
    await page.waitForTimeout(REST);
  }
  return delays.jsonValue();
}

/** Loads so many images of 16×16 with their labels: those that the page has, again and again, each time a little different. */
export async function loadImages(page: Page, count: number): Promise<void> {
  await page.evaluate(async (n) => {
    const { images, labels, width, height, n: have } = window.lab.dataset!;
    const side = 16;
    /** A file in IDX: its header of big-endian words, then a byte each. */
    const idx = (words: readonly number[], length: number): Uint8Array<ArrayBuffer> => {
      const bytes = new Uint8Array(4 * words.length + length);
      const view = new DataView(bytes.buffer);
      for (const [i, word] of words.entries()) view.setUint32(4 * i, word);
      return bytes;
    };
    const pixels = idx([0x0803, n, side, side], n * side * side);
    const classes = idx([0x0801, n], n);
    for (let i = 0, at = 16; i < n; i++) {
      const weight = 255 * (1 - 0.02 * (Math.floor(i / have) % 25));
      classes[8 + i] = labels![i % have]!;
      for (let y = 0; y < side; y++) {
        for (let x = 0; x < side; x++, at++) {
          const row = Math.floor((y * height) / side);
          const column = Math.floor((x * width) / side);
          pixels[at] = weight * images[((i % have) * height + row) * width + column]!;
        }
      }
    }
    const { lab } = window;
    await lab.loadData([new File([pixels], 'images-idx3-ubyte'), new File([classes], 'labels-idx1-ubyte')]);
    lab.selection.select(5);
  }, count);
}

export async function watchLayers(browser: Browser, siteUrl: string): Promise<Layered[]> {
  const rows: Layered[] = [];
  for (const { name: scene, images, drawers } of LAYERED) {
    const { context, page } = await open(browser, siteUrl + HASH);
    if (images !== null) await loadImages(page, images);
    await trainFor(page, 100);
    const [none, all] = [[], []] as [number[], number[]];
    const tasks: number[] = [];
    let frames = 0;
    for (let i = 0; i < ROUNDS; i++) {
      none.push((await round(page, false)).steps);
      if (drawers) await openDrawers(page, true);
      const shown = await round(page, true);
      all.push(shown.steps);
      tasks.push(...shown.tasks);
      frames += shown.frames;
      // Open they stay for the pointer.
      if (drawers && i < ROUNDS - 1) await openDrawers(page, false);
    }
    const pace = (steps: readonly number[]): number =>
      steps.reduce((sum, count) => sum + count, 0) / (ROUNDS * SECONDS);
    rows.push({
      scene,
      engine: await page.evaluate(() => window.lab.store.getState().run!.engine),
      withNone: pace(none),
      withAll: pace(all),
      framesPerSecond: frames / (ROUNDS * SECONDS),
      pointer: percentile95(await pointerDelays(page)),
      ...feltOf(tasks),
    });
    await context.close();
  }
  return rows;
}
