/** The page with every layer of the plane on, against the same page with none, by turns. */
import type { Browser, Page } from 'playwright-core';
import { trainFor } from '../browser/site';
import { LONG, open } from './page';

/** Rounds of each, and seconds of one. */
const ROUNDS = 3;
const SECONDS = 5;

/** Moves of the pointer over the plane, and ms from one to the next. */
const MOVES = 60;
const REST = 70;

const LAYERED = [
  { name: 'VAE, 8×8 digits, no speed limit', hash: '#v=1&b=1&s=1&f=0&p=-1,0.5;1,-0.5', images: null },
  { name: 'VAE, 60,000 images of 16×16, no speed limit', hash: '#v=1&b=1&s=1&f=0&p=-1,0.5;1,-0.5', images: 60_000 },
] as const;

export interface Layered {
  readonly scene: string;
  readonly engine: string;
  readonly withNone: number;
  readonly withAll: number;
  /** Frames a second with every layer. */
  readonly framesPerSecond: number;
  /** Ms from a pointer's move to the paint after it, with every layer: the 95th percentile. */
  readonly pointer: number;
  /** Tasks of the main thread above LONG with every layer, and the longest, ms. */
  readonly longTasks: number;
  readonly longest: number;
}

/** Steps, frames and long tasks of some seconds in which these layers are on. */
function round(page: Page, all: boolean): Promise<{ steps: number; frames: number; tasks: number[] }> {
  return page.evaluate(
    async ({ all, seconds }) => {
      const { lab } = window;
      lab.layers.set(Object.fromEntries(Object.keys(lab.layers.store.getState()).map((name) => [name, all])));
      // What is fetched with the first of them is there by then.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map((entry) => entry.duration)),
      );
      observer.observe({ type: 'longtask' });
      let frames = 0;
      const stop = lab.on('frame', () => {
        frames += 1;
      });
      const [from, start] = [lab.frame!.step, performance.now()];
      await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
      const scale = (1000 * seconds) / (performance.now() - start);
      const steps = lab.frame!.step - from;
      stop();
      observer.disconnect();
      return { steps: steps * scale, frames: frames * scale, tasks };
    },
    { all, seconds: SECONDS },
  );
}

/** Ms from each move of a pointer over the plane to the paint after it. */
async function pointerDelays(page: Page): Promise<number[]> {
  const box = (await page.locator('.plane-stage').boundingBox())!;
  const delays = await page.evaluateHandle(() => {
    const found: number[] = [];
    document.querySelector('.plane-stage')!.addEventListener('pointermove', ({ timeStamp }) => {
      requestAnimationFrame(() => {
        // A task that is posted in a frame runs when that frame has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => found.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
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

/** Loads so many images of 16×16: those that the page has, again and again, each time a little different. */
async function loadImages(page: Page, count: number): Promise<void> {
  await page.evaluate(async (n) => {
    const { images, width, height, n: have } = window.lab.dataset!;
    const side = 16;
    const bytes = new Uint8Array(16 + n * side * side);
    const view = new DataView(bytes.buffer);
    for (const [i, word] of [0x0803, n, side, side].entries()) view.setUint32(4 * i, word);
    for (let i = 0, at = 16; i < n; i++) {
      const weight = 255 * (1 - 0.02 * (Math.floor(i / have) % 25));
      for (let y = 0; y < side; y++) {
        for (let x = 0; x < side; x++, at++) {
          const row = Math.floor((y * height) / side);
          const column = Math.floor((x * width) / side);
          bytes[at] = weight * images[((i % have) * height + row) * width + column]!;
        }
      }
    }
    await window.lab.loadData(new File([bytes], 'images-idx3-ubyte'));
  }, count);
}

export async function watchLayers(browser: Browser, siteUrl: string): Promise<Layered[]> {
  const rows: Layered[] = [];
  for (const { name: scene, hash, images } of LAYERED) {
    const { context, page } = await open(browser, siteUrl + hash);
    if (images !== null) await loadImages(page, images);
    await trainFor(page, 100);
    const [none, all] = [[], []] as [number[], number[]];
    const tasks: number[] = [];
    let frames = 0;
    for (let i = 0; i < ROUNDS; i++) {
      none.push((await round(page, false)).steps);
      const shown = await round(page, true);
      all.push(shown.steps);
      tasks.push(...shown.tasks);
      frames += shown.frames;
    }
    const delays = (await pointerDelays(page)).sort((a, b) => a - b);
    const pace = (steps: readonly number[]): number =>
      steps.reduce((sum, count) => sum + count, 0) / (ROUNDS * SECONDS);
    rows.push({
      scene,
      engine: await page.evaluate(() => window.lab.store.getState().run!.engine),
      withNone: pace(none),
      withAll: pace(all),
      framesPerSecond: frames / (ROUNDS * SECONDS),
      pointer: delays[Math.floor(0.95 * (delays.length - 1))]!,
      longTasks: tasks.filter((duration) => duration > LONG).length,
      longest: Math.max(0, ...tasks),
    });
    await context.close();
  }
  return rows;
}
