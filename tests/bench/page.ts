/** Watches the built page train, as a reader would have it. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openContext } from '../browser/context';
import { trainFor } from '../browser/site';
import { median } from './alternate';
import { type Felt, feltOf, noteTasks, tellOfPaint } from './felt';
import { peakMemory } from './memory';

declare global {
  interface Window {
    /** Ms from navigation to the first frame, when it is on screen; set by what `open` adds. */
    firstFrame?: number;
  }
}

/** Seconds of watching the page train. */
export const WATCHED = 10;

/** Rounds of watching it without surveys and with them, by turns: steps may take longer as a model trains. */
const ROUNDS = 2;

/** Openings of a scene, of whose times to the first frame the median is taken. */
export const OPENINGS = 3;

export const SCENES = [
  { name: 'autoencoder, 8×8 digits', hash: '#v=1' },
  { name: 'VAE, 8×8 digits', hash: '#v=1&b=1&s=1' },
  { name: 'VAE, 8×8 digits, no speed limit', hash: '#v=1&b=1&s=1&f=0' },
  { name: 'VAE, 16×16 strokes, no speed limit', hash: '#v=1&d=strokes&b=1&s=1&f=0' },
] as const;

export interface Watched extends Felt {
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
  /** Bytes of the renderer process; null where the system does not tell. */
  readonly memory: number | null;
}

/**
 * The page in a context of its own, with nothing cached, once it has shown its first frame.
 * @param before called with the page before anything is loaded
 */
export async function open(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  before?: (page: Page) => Promise<void>,
): Promise<{ context: BrowserContext; page: Page }> {
  const { context } = await openContext(browser, options);
  const page = await context.newPage();
  await before?.(page);
  await tellOfPaint(page);
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
export async function watch(
  page: Page,
  seconds = WATCHED,
): Promise<{ steps: number; frames: number; tasks: number[] }> {
  const tasks = await noteTasks(page);
  const counted = await page.evaluate(async (time) => {
    const from = window.lab.frame!.step;
    let frames = 0;
    const stop = window.lab.on('frame', () => {
      frames += 1;
    });
    await new Promise((resolve) => setTimeout(resolve, 1000 * time));
    stop();
    return { steps: window.lab.frame!.step - from, frames };
  }, seconds);
  return { ...counted, tasks: await tasks() };
}

/**
 * Has surveys of the kinds that layers and numbers ask for made again and again, each as soon as the last is answered.
 * @returns ends it, and says how many have been answered
 */
async function survey(page: Page): Promise<() => Promise<number>> {
  const surveys = await page.evaluateHandle(() => {
    let goesOn = true;
    let answers = 0;
    const view = { x: 0, y: 0, half: 3.25 };
    const again = async (ask: () => Promise<unknown>): Promise<void> => {
      while (goesOn) {
        await ask();
        answers += 1;
      }
    };
    const { lab } = window;
    const all = [
      again(() => lab.survey('measure', {})),
      again(() => lab.survey('stretch', { window: view, size: 48 })),
      again(() => lab.survey('indicatrices', { window: view, count: 12 })),
      again(() => lab.survey('geodesic', { from: [-1, 0.5], to: [1, -0.5], images: 9 })),
    ];
    return {
      end: async () => {
        const answered = answers;
        goesOn = false;
        await Promise.all(all);
        return answered;
      },
    };
  });
  return () => surveys.evaluate(({ end }) => end());
}

/** The same scene without surveys and with them, by turns. */
async function watchSurveyed(
  page: Page,
): Promise<Pick<Watched, 'stepsPerSecond' | 'surveyedStepsPerSecond' | 'surveysPerSecond' | 'framesPerSecond'> & Felt> {
  const sum = { steps: 0, surveyed: 0, answers: 0, frames: 0 };
  const tasks: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const without = await watch(page, WATCHED / ROUNDS);
    const end = await survey(page);
    const surveyed = await watch(page, WATCHED / ROUNDS);
    sum.steps += without.steps;
    sum.frames += without.frames;
    sum.surveyed += surveyed.steps;
    sum.answers += await end();
    tasks.push(...without.tasks, ...surveyed.tasks);
  }
  return {
    stepsPerSecond: sum.steps / WATCHED,
    surveyedStepsPerSecond: sum.surveyed / WATCHED,
    surveysPerSecond: sum.answers / WATCHED,
    framesPerSecond: sum.frames / WATCHED,
    ...feltOf(tasks),
  };
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
        const watched = await watchSurveyed(page);
        const { engine, engineReason } = await page.evaluate(() => window.lab.store.getState().run!);
        rows.push({
          scene,
          engine,
          renderer: engineReason.renderer,
          firstFrame: median(firsts) / 1000,
          ...watched,
          memory: await peakMemory(browser),
        });
      }
      await context.close();
    }
  }
  return rows;
}
