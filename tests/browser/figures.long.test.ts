/** Twenty figures on a page, scrolled through twice from end to end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSite } from './buildSite';
import { aliveContexts, watchContexts } from './contexts';
import { pretendHardware } from './scenarios';
import { useBrowser } from './site';
import { type StaticServer, serveStatic } from './staticServer';

const browser = useBrowser();
const FIGURES = 20;

/** Which of them sweeps a setting, with two models, which have no end in sight. */
const SWEEP = 15;
const PLAN = '#v=1&sw=r:1,2:100000';

/** What the scripts below add to the page. */
interface Watched {
  /** Every step back that a run took. */
  readonly wentBack: readonly string[];
  /** The most workers that were to train at a time so far. */
  mostTraining(): number;
}

let folder: string;
let server: StaticServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vae-geometry-many-'));
  await buildSite(folder, 'tests/browser/many/vite.config.ts');
  server = await serveStatic({ folder });
}, 120_000);
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Keeps every frame that shows an earlier step than the one before it: from now on. */
const watchSteps = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const wentBack: string[] = [];
    for (const [id, lab] of Object.entries(window.labs)) {
      let last = 0;
      lab.on('frame', ({ step }) => {
        if (step < last) wentBack.push(`${id}: ${last} → ${step}`);
        last = step;
      });
    }
    Object.assign(window, { wentBack });
  });

/** Makes the page believe in so many cores. */
async function pretendCores(page: Page, cores: number): Promise<void> {
  await page.addInitScript((count) => {
    Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => count });
  }, cores);
}

/** Counts the workers that are to train, by what they are told. */
async function watchTraining(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const training = new Set<Worker>();
    let most = 0;
    // One may be told to begin before another is told to stop, as long as both are told in one task.
    const count = (): void => {
      setTimeout(() => {
        most = Math.max(most, training.size);
      });
    };
    const { postMessage, terminate } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...sent: unknown[]) {
      const { type, playing } = sent[0] as { type?: string; playing?: boolean };
      if (type === 'play' && playing) training.add(this);
      else if (type === 'play' || type === 'step' || type === 'sleep') training.delete(this);
      count();
      return (postMessage as (...all: unknown[]) => void).apply(this, sent);
    };
    Worker.prototype.terminate = function (this: Worker) {
      training.delete(this);
      return terminate.call(this);
    };
    Object.assign(window, { mostTraining: () => most });
  });
}

/** The workers that train, or could: not the one that reads images. */
const trainers = (page: Page): number => page.workers().filter((worker) => !worker.url().includes('library')).length;

const visit = (page: Page, i: number): Promise<void> =>
  page.evaluate((id) => document.getElementById(id)!.scrollIntoView(), `figure-${i}`);

/** Begins the sweep, where it has not been, once what was fetched for it is there. */
async function begin(page: Page): Promise<void> {
  const form = page.locator(`#figure-${SWEEP} .sweep-form`);
  await form.waitFor();
  if (await page.evaluate(() => window.sweeps!['figure-15']!.sweep === null))
    await form.locator('[type=submit]').click();
}

it('each trains while it is seen; few workers and contexts are left behind, and every run goes on where it was', async () => {
  const fetched: string[] = [];
  const { page, complaints, close } = await browser.open({
    url: server.url,
    hash: PLAN,
    before: async (made) => {
      made.on('request', (request) => {
        const [, file] = /\/data\/(.+)$/.exec(request.url()) ?? [];
        if (file !== undefined) fetched.push(file);
      });
      await pretendHardware(made);
      await watchContexts(made);
    },
  });
  await watchSteps(page);
  let mostWorkers = 0;
  let mostContexts = 0;
  const reached = new Map<number, number>();
  for (let pass = 1; pass <= 2; pass++) {
    for (let i = 1; i <= FIGURES; i++) {
      await visit(page, i);
      if (i === SWEEP) await begin(page);
      // So far that one which begins again would be seen to; of several at once, every one of them.
      await page.waitForFunction(
        ([id, goal]) => {
          const labs = Object.entries(window.labs).flatMap(([name, lab]) => (name.split('.')[0] === id ? [lab] : []));
          const swept = window.sweeps?.['figure-15']?.sweep?.models.map(({ lab }) => lab) ?? [];
          return (labs.length > 0 ? labs : swept).every((lab) => (lab.frame?.step ?? 0) >= goal);
        },
        [`figure-${i}`, (reached.get(i) ?? 0) + 20] as const,
        // WebGL is drawn in software here, by all figures in sight at once.
        { timeout: 120_000 },
      );
      const seen = await page.evaluate(() => {
        const swept = window.sweeps?.['figure-15']?.sweep?.models.map(({ lab }) => lab) ?? [];
        const labs = [...Object.values(window.labs), ...swept];
        return {
          contexts: window.aliveContexts(),
          failed: labs.filter((lab) => lab.store.getState().failure !== null).length,
          steps: Object.fromEntries(Object.entries(window.labs).map(([id, lab]) => [id, lab.frame?.step ?? 0])),
          swept: Math.max(0, ...swept.map((lab) => lab.frame?.step ?? 0)),
        };
      });
      expect(seen.failed).toBe(0);
      mostWorkers = Math.max(mostWorkers, trainers(page));
      mostContexts = Math.max(mostContexts, seen.contexts);
      reached.set(i, i === SWEEP ? seen.swept : seen.steps[`figure-${i}`]!);
    }
  }
  expect(await page.evaluate(() => (window as unknown as Watched).wentBack), 'every run went on').toEqual([]);
  // At most three figures are in sight at once here, two linger, and one of twenty has two labs.
  expect(mostWorkers).toBeLessThanOrEqual(6);
  expect(mostContexts).toBeLessThanOrEqual(8);

  // At rest on the last: what is out of sight has given everything back but for the two that linger.
  const awake = (): Promise<number> =>
    page.evaluate(() => Object.values(window.labs).filter((lab) => !lab.store.getState().asleep).length);
  await expect.poll(awake, { timeout: 60_000 }).toBeLessThanOrEqual(2);
  await expect.poll(() => page.workers().length, { timeout: 60_000 }).toBeLessThanOrEqual(2);
  await expect
    .poll(() => aliveContexts(page), {
      timeout: 60_000,
    })
    .toBeLessThanOrEqual(3);
  expect(fetched.sort(), 'images are fetched once for all').toEqual(['uci-digits.json', 'uci-digits.png']);
  // Without a compositor on the GPU each picture of WebGL is read back, which the driver remarks on.
  expect(complaints.filter((complaint) => !complaint.includes('GPU stall due to ReadPixels'))).toEqual([]);
  await close();
});

it('of four cores all but one train, no more, and all in sight have their turn', async () => {
  const cores = 4;
  // So high that more are in sight than may train.
  const { page, close } = await browser.open({
    url: server.url,
    viewport: { width: 1280, height: 3200 },
    before: async (made) => {
      await pretendCores(made, cores);
      await watchTraining(made);
    },
  });
  await visit(page, 8);
  // Every one in sight goes on and on, once all have the height of their panels: until then more are in sight.
  await page.waitForFunction(
    (spare) => {
      const inSight = [...document.querySelectorAll('.figure')].filter((figure) => {
        const { top, bottom } = figure.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      return inSight.length > spare && inSight.every(({ id }) => (window.labs[id]!.frame?.step ?? 0) > 100);
    },
    cores - 1,
    { timeout: 120_000 },
  );
  expect(await page.evaluate(() => (window as unknown as Watched).mostTraining())).toBe(cores - 1);
  await close();
});
