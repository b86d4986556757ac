/** Watches a page of twenty figures being scrolled through twice from end to end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { buildSite } from '../browser/buildSite';
import { serveStatic } from '../browser/staticServer';
import { type Felt, feltOf, noteTasks } from './felt';
import { presentMemory } from './memory';
import { open, WATCHED, watch } from './page';

const FIGURES = 20;
const PASSES = 2;

/** The first figure in sight, and what the page takes. */
export interface Sight {
  readonly stepsPerSecond: number;
  readonly framesPerSecond: number;
  /** Ids of the labs that have a worker. */
  readonly awake: string;
  /** Bytes of the renderer process once garbage is collected; null where the system does not tell. */
  readonly memory: number | null;
}

export interface Scrolled extends Felt {
  /** Before any other figure was in sight. */
  readonly before: Sight;
  /** Back there, when what is out of sight has fallen asleep. */
  readonly after: Sight;
  readonly mostWorkers: number;
}

/** Ids of the labs that have a worker. */
const awake = (page: Page): Promise<string> =>
  page.evaluate(() =>
    Object.entries(window.labs)
      .flatMap(([id, lab]) => (lab.store.getState().asleep ? [] : [id]))
      .join(', '),
  );

async function look(browser: Browser, page: Page): Promise<Sight> {
  const { steps, frames } = await watch(page);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return {
    stepsPerSecond: steps / WATCHED,
    framesPerSecond: frames / WATCHED,
    awake: await awake(page),
    memory: await presentMemory(browser),
  };
}

const visit = (page: Page, figure: number): Promise<void> =>
  page.evaluate((id) => document.getElementById(id)!.scrollIntoView(), `figure-${figure}`);

export async function watchFigures(browser: Browser): Promise<Scrolled> {
  const folder = await mkdtemp(join(tmpdir(), 'vae-geometry-many-'));
  await buildSite(folder, 'tests/browser/many/vite.config.ts');
  const server = await serveStatic({ folder });
  const { context, page } = await open(browser, server.url);
  const before = await look(browser, page);
  const tasks = await noteTasks(page);
  let mostWorkers = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    for (let figure = 1; figure <= FIGURES; figure++) {
      await visit(page, figure);
      await page.waitForFunction((id) => {
        const lab = window.labs[id];
        // One that sweeps has no lab, and trains once it is told to.
        if (lab === undefined) return document.querySelector(`#${id} .sweep`) !== null;
        return lab.frame !== null && lab.frame.step > 0 && !lab.store.getState().asleep;
      }, `figure-${figure}`);
      mostWorkers = Math.max(mostWorkers, page.workers().length);
    }
  }
  const felt = feltOf(await tasks());
  await visit(page, 1);
  // Those in sight have woken and all others have fallen asleep.
  await expect.poll(() => awake(page), { timeout: 60_000 }).toBe(before.awake);
  const after = await look(browser, page);
  await context.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
  return { before, after, mostWorkers, ...felt };
}
