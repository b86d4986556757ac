/** Watches the built page train, as a reader would have it. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openContext } from '../browser/context';
import { trainFor } from '../browser/site';
import { median } from './alternate';
import { peakMemory } from './memory';

declare global {
  interface Window {
    /** Ms from navigation to the first frame, when it is on screen; set by what `open` adds. */
    firstFrame?: number;
  }
}

/** Seconds of watching the page train. */
export const WATCHED = 10;

/** A task on the main thread that the reader could feel, in ms. */
export const LONG = 50;

/** Openings of a scene, of whose times to the first frame the median is taken. */
export const OPENINGS = 3;

export const SCENES = [
  { name: 'autoencoder, 8×8 digits', hash: '#v=1' },
  { name: 'VAE, 8×8 digits', hash: '#v=1&b=1&s=1' },
  { name: 'VAE, 8×8 digits, no speed limit', hash: '#v=1&b=1&s=1&f=0' },
  { name: 'VAE, 16×16 strokes, no speed limit', hash: '#v=1&d=strokes&b=1&s=1&f=0' },
] as const;

export interface Watched {
  readonly scene: string;
  readonly engine: string;
  /** Name of the WebGL renderer in the worker, or null where there is none. */
  readonly renderer: string | null;
  /** Seconds. */
  readonly firstFrame: number;
  readonly stepsPerSecond: number;
  /** The same while surveys of the code space are asked for again and again. */
  readonly surveyedStepsPerSecond: number;
  /** How many of them were answered in a second. */
  readonly surveysPerSecond: number;
  readonly framesPerSecond: number;
  readonly longTasks: number;
  /** Ms. */
  readonly longest: number;
  /** Bytes of the renderer process; null where the system does not tell. */
  readonly memory: number | null;
}

/** The page in a context of its own, with nothing cached, once it has shown its first frame. */
export async function open(browser: Browser, url: string): Promise<{ context: BrowserContext; page: Page }> {
  const { context } = await openContext(browser);
  const page = await context.newPage();
  await page.addInitScript(() => {
    let lab: Window['lab'];
    Object.defineProperty(window, 'lab', {
      configurable: true,
      get: () => lab,
      set(made: Window['lab']) {
        lab = made;
        const stop = lab.on('frame', () => {
          stop();
          requestAnimationFrame(() => {
            window.firstFrame = performance.now();
          });
        });
      },
    });
  });
  await page.goto(url);
  await page.waitForFunction(() => window.firstFrame !== undefined);
  return { context, page };
}

/** Counts steps, frames and long tasks while the page's first lab trains. */
export function watch(page: Page): Promise<{ steps: number; frames: number; tasks: number[] }> {
  return page.evaluate(async (seconds) => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ type: 'longtask' });
    const from = window.lab.frame!.step;
    let frames = 0;
    const stop = window.lab.on('frame', () => {
      frames += 1;
    });
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
    stop();
    observer.disconnect();
    return { steps: window.lab.frame!.step - from, frames, tasks };
  }, WATCHED);
}

/**
 * Has surveys of the kinds that layers and numbers ask for made again and again, each as soon as the last is answered.
 * @returns how many have been answered so far, whenever it is asked
 */
async function survey(page: Page): Promise<() => Promise<number>> {
  const answered = await page.evaluateHandle(() => {
    const counted = { answers: 0 };
    const view = { x: 0, y: 0, half: 3.25 };
    const again = async (ask: () => Promise<unknown>): Promise<void> => {
      for (;;) {
        await ask();
        counted.answers += 1;
      }
    };
    const { lab } = window;
    void again(() => lab.survey('measure', {}));
    void again(() => lab.survey('stretch', { window: view, size: 48 }));
    void again(() => lab.survey('indicatrices', { window: view, count: 12 }));
    void again(() => lab.survey('geodesic', { from: [-1, 0.5], to: [1, -0.5], images: 9 }));
    return counted;
  });
  return () => answered.evaluate(({ answers }) => answers);
}

export async function watchPage(browser: Browser, siteUrl: string): Promise<Watched[]> {
  const rows: Watched[] = [];
  for (const { name: scene, hash } of SCENES) {
    const firsts: number[] = [];
    for (let i = 1; i <= OPENINGS; i++) {
      const { context, page } = await open(browser, siteUrl + hash);
      firsts.push(await page.evaluate(() => window.firstFrame!));
      if (i === OPENINGS) {
        await trainFor(page, 100);
        const { steps, frames, tasks } = await watch(page);
        const answered = await survey(page);
        const surveyed = await watch(page);
        const long = [...tasks, ...surveyed.tasks].filter((duration) => duration > LONG);
        const { engine, engineReason } = await page.evaluate(() => window.lab.store.getState().run!);
        rows.push({
          scene,
          engine,
          renderer: engineReason.renderer,
          firstFrame: median(firsts) / 1000,
          stepsPerSecond: steps / WATCHED,
          surveyedStepsPerSecond: surveyed.steps / WATCHED,
          surveysPerSecond: (await answered()) / WATCHED,
          framesPerSecond: frames / WATCHED,
          longTasks: long.length,
          longest: Math.max(0, ...long),
          memory: await peakMemory(browser),
        });
      }
      await context.close();
    }
  }
  return rows;
}
