/** Twenty figures on a page, scrolled through twice from end to end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSite } from './buildSite';
import { pretendHardware } from './scenarios';
import { useBrowser } from './site';
import { type StaticServer, serveStatic } from './staticServer';

const browser = useBrowser();
const FIGURES = 20;

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

/** Keeps the WebGL contexts of the page that are alive, and counts those that the browser took away. */
async function watchContexts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const contexts: WebGL2RenderingContext[] = [];
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
      const context = (getContext as (...all: unknown[]) => unknown).call(this, kind, ...more);
      if (kind === 'webgl2' && context !== null && !contexts.includes(context as WebGL2RenderingContext)) {
        contexts.push(context as WebGL2RenderingContext);
      }
      return context;
    } as typeof getContext;
    Object.assign(window, {
      aliveContexts: () => contexts.filter((context) => !context.isContextLost()).length,
    });
  });
}

const visit = (page: Page, i: number): Promise<void> =>
  page.evaluate((id) => document.getElementById(id)!.scrollIntoView(), `figure-${i}`);

it('each trains while it is seen; few workers and contexts are left behind, and every run goes on where it was', async () => {
  const fetched: string[] = [];
  const { page, complaints, close } = await browser.open({
    url: server.url,
    before: async (made) => {
      made.on('request', (request) => {
        const [, file] = /\/data\/(.+)$/.exec(request.url()) ?? [];
        if (file !== undefined) fetched.push(file);
      });
      await pretendHardware(made);
      await watchContexts(made);
    },
  });
  let mostWorkers = 0;
  let mostContexts = 0;
  const reached = new Map<number, number>();
  for (const pass of [1, 2]) {
    for (let i = 1; i <= FIGURES; i++) {
      await visit(page, i);
      // It goes on from where it was left, and further.
      await page.waitForFunction(
        ([id, from]) => window.labs[id]!.frame !== null && window.labs[id]!.frame!.step > from,
        [`figure-${i}`, reached.get(i) ?? 0] as const,
        // WebGL is drawn in software here, by all figures in sight at once.
        { timeout: 120_000 },
      );
      const seen = await page.evaluate(() => {
        const labs = Object.values(window.labs);
        return {
          contexts: (window as unknown as { aliveContexts(): number }).aliveContexts(),
          failed: labs.filter((lab) => lab.store.getState().failure !== null).length,
          steps: Object.fromEntries(Object.entries(window.labs).map(([id, lab]) => [id, lab.frame?.step ?? 0])),
        };
      });
      expect(seen.failed).toBe(0);
      // The worker that reads images has ended, or is about to.
      mostWorkers = Math.max(mostWorkers, page.workers().length - 1);
      mostContexts = Math.max(mostContexts, seen.contexts);
      const step = seen.steps[`figure-${i}`]!;
      if (pass === 2) expect(step, `figure ${i} went on`).toBeGreaterThan(reached.get(i)!);
      reached.set(i, step);
    }
  }
  // At most three figures are in sight at once here, two linger, and one of twenty has two labs.
  expect(mostWorkers).toBeLessThanOrEqual(6);
  expect(mostContexts).toBeLessThanOrEqual(8);

  // At rest on the last: what is out of sight has given everything back but for the two that linger.
  const awake = (): Promise<number> =>
    page.evaluate(() => Object.values(window.labs).filter((lab) => !lab.store.getState().asleep).length);
  await expect.poll(awake, { timeout: 60_000 }).toBeLessThanOrEqual(2);
  await expect.poll(() => page.workers().length, { timeout: 60_000 }).toBeLessThanOrEqual(2);
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { aliveContexts(): number }).aliveContexts()), {
      timeout: 60_000,
    })
    .toBeLessThanOrEqual(3);
  expect(fetched.sort(), 'images are fetched once for all').toEqual(['uci-digits.json', 'uci-digits.png']);
  expect(complaints).toEqual([]);
  await close();
});

it('no more of them train at a time than there are cores to spare, and all in sight have their turn', async () => {
  // So small that many are in sight.
  const { page, close } = await browser.open({ url: server.url, viewport: { width: 1280, height: 3200 } });
  await visit(page, 8);
  const spare = await page.evaluate(() => Math.max(1, navigator.hardwareConcurrency - 1));
  // Every one in sight goes on and on.
  const inSight = await page.evaluate(() =>
    [...document.querySelectorAll('.figure')]
      .filter((figure) => {
        const { top, bottom } = figure.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      })
      .map(({ id }) => id),
  );
  expect(inSight.length).toBeGreaterThan(spare);
  await page.waitForFunction((ids) => ids.every((id) => (window.labs[id]!.frame?.step ?? 0) > 100), inSight, {
    timeout: 120_000,
  });
  await close();
});
