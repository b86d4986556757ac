/** At rest, everything on the page shows one moment: that of the step which the training ended at. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { count, nats, percent } from '../../src/panels/numbers';
import { trainFor, useBrowser } from './site';

const browser = useBrowser();

/** Everything that is shown, and what a measurement of the same moment says. */
async function shown(page: Page) {
  // The status is rendered after the frame has been drawn.
  await page.waitForFunction(() => {
    const { frame } = window.lab;
    const status = document.querySelector('[role=status]')?.getAttribute('data-step');
    return frame !== null && !frame.training && status === String(frame.step);
  });
  return page.evaluate(async () => {
    const text = (selector: string): string[] =>
      [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
    const measures = await window.lab.measure();
    const { frame } = window.lab;
    const [key, request] = Object.entries(frame!.view.requests).find(
      ([, asked]) => asked.kind === 'decode' && asked.points.length > 20,
    )!;
    const decoded = await window.lab.decode((request as { points: Float32Array }).points);
    const drawn = frame!.pictures[key]!;
    return {
      measures,
      saved: (await window.lab.save()).step,
      frame: { step: frame!.step, training: frame!.training, beta: frame!.beta },
      counters: text('.counters b'),
      coverage: text('.coverage b')[0],
      status: text('[role=status]')[0],
      steps: [...document.querySelectorAll<SVGElement>('.loss svg')].map((svg) => svg.dataset.step),
      gridOff: drawn.length === decoded.length ? Math.max(...drawn.map((v, i) => Math.abs(v - decoded[i]!))) : Infinity,
    };
  });
}

async function expectOneMoment(page: Page): Promise<void> {
  const { measures, saved, frame, counters, coverage, status, steps, gridOff } = await shown(page);
  const { step, epoch, training, heldOut, circleCoverage } = measures;
  const totalOf = (losses: typeof training): number => losses.reconstruction + frame.beta * losses.regulariser;
  const { reconstruction } = training;
  const total = totalOf(training);
  expect({ step: frame.step, training: frame.training, saved }).toEqual({ step, training: false, saved: step });
  expect(counters.slice(0, 2)).toEqual([count(epoch), count(step)]);
  expect(coverage).toBe(percent(circleCoverage));
  // What is held out is measured between requests, and comes a little later.
  await expect
    .poll(() => page.locator('.loss .key b').allTextContents())
    .toEqual([total, totalOf(heldOut!), reconstruction, total - reconstruction].map((value) => nats(value)));
  expect(steps).toEqual([String(step)]);
  for (const part of [count(epoch), count(step), nats(total), percent(circleCoverage)]) expect(status).toContain(part);
  expect(gridOff).toBeLessThan(1e-5);
}

/** Something that ends the training. */
const ENDS: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['the pause button', (page) => page.getByRole('button', { name: 'Pause' }).click()],
  ['the button for one step', (page) => page.getByRole('button', { name: 'One step' }).click()],
  ['a step of a script', (page) => page.evaluate(() => window.lab.step(7))],
  [
    'a lost loss',
    async (page) => {
      await page.evaluate(() => window.lab.set({ learningRate: 100 }));
      await page.locator('.notice').waitFor();
    },
  ],
];

describe('at rest', () => {
  it.each(ENDS)('after %s everything is of the step that it ended at', async (_, end) => {
    // As fast as it goes, so that a frame of before would be many steps off.
    const { page, close } = await browser.open({ hash: '#v=1&b=1&s=1&f=0' });
    await page.locator('.loss svg').waitFor();
    await trainFor(page, 300);
    await end(page);
    await expectOneMoment(page);
    await close();
  });

  it('after being out of sight and paused there, and after sleep', async () => {
    const { page, close } = await browser.open({ hash: '#v=1&b=1&s=1&f=0', viewport: { width: 1280, height: 600 } });
    await page.locator('.loss svg').waitFor();
    await trainFor(page, 300);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction(() => window.lab.frame!.training === false);
    await page.evaluate(() => {
      window.lab.pause();
      return window.lab.sleep();
    });
    expect(await page.evaluate(() => window.lab.store.getState().asleep)).toBe(true);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForFunction(() => !window.lab.store.getState().asleep && window.lab.store.getState().run !== null);
    await expectOneMoment(page);
    await close();
  });

  it('a slider that is moved while paused changes what is shown, and that is of one moment again', async () => {
    const { page, close } = await browser.open({ hash: '#v=1&b=1&s=1&f=0' });
    await page.locator('.loss svg').waitFor();
    await trainFor(page, 300);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.waitForFunction(() => window.lab.frame!.training === false);
    await page.evaluate(() => window.lab.set({ beta: 4, noiseScale: 0.5 }));
    await page.waitForFunction(() => window.lab.frame!.beta === 4 && window.lab.frame!.noiseScale === 0.5);
    await expectOneMoment(page);
    await close();
  });
});
