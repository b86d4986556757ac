/** At rest, everything on the page shows one moment: that of the step which the training ended at. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { count, percent, short } from '../../src/panels/numbers';
import { nats } from '../../src/panels/quantities';
import { expectDecodesOfNow, expectOneStep, legendOf, type PictureKind, rowsOf, totalOf } from './oneMoment';
import { trainFor, useBrowser } from './site';

const browser = useBrowser();

/** As fast as it goes, so that a frame of before would be many steps off. */
const FAST = '#v=1&b=1&s=1&f=0';

/** What is on the page as it opens, and says its step. */
const OPENED = [
  '.counters',
  '.plane-stage > svg',
  '.grid canvas',
  '.strip canvas[data-step]',
  '.loss svg',
  '[role=status]',
];
const KINDS: readonly PictureKind[] = ['decode', 'rebuild'];

/** Waits for the moment that the lab rests at, and compares what is there of it with a measurement. */
async function expectOneMoment(page: Page, stamped = OPENED, kinds = KINDS) {
  await page.waitForFunction(() => window.lab.rests);
  const measures = await page.evaluate(() => window.lab.measure());
  const { step, epoch, training, circleCoverage } = measures;
  const part = page.locator('#lab');
  const checked = { id: 'lab', part, stamped, kinds };
  await expectOneStep(page, checked, step);
  const frame = await page.evaluate(() => {
    const { step, training, beta } = window.lab.frame!;
    return { step, training, beta };
  });
  const saved = await page.evaluate(async () => (await window.lab.save()).step);
  expect({ ...frame, saved }).toEqual({ step, training: false, beta: frame.beta, saved: step });
  expect((await part.locator('.counters b').allTextContents()).slice(0, 2)).toEqual([count(epoch), count(step)]);
  expect(await part.locator('.coverage b').textContent()).toBe(percent(circleCoverage));
  // What is held out is measured between requests, and comes a little later.
  await expect.poll(() => part.locator('.loss .key b').allTextContents()).toEqual(legendOf(measures, frame.beta));
  const parts = [count(epoch), count(step), nats(totalOf(training, frame.beta)), percent(circleCoverage)];
  // Said once it has rested for a while.
  const status = part.locator('[role=status]').first();
  for (const said of parts) await expect.poll(() => status.textContent()).toContain(said);
  await expectDecodesOfNow(page, checked);
  return measures;
}

/** What ends the training; the last one for good. */
const ENDS: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
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
  it('after the pause button every panel that can be opened is of the step that it ended at', async () => {
    const image = 17;
    const { page, close } = await browser.open({ hash: `${FAST}&x=${image}&p=-1,0;0.5,1&pr=0` });
    await page.locator('.loss svg').waitFor();
    await page.getByText('Numbers', { exact: true }).click();
    await page.locator('.questions > summary').click();
    await trainFor(page, 300);
    await page.getByRole('button', { name: 'Pause' }).click();
    const stamped = ['.numbers table', '.curve svg', '.questions-body', '.sample-numbers [data-step]'];
    const measures = await expectOneMoment(page, [...OPENED, ...stamped], ['decode', 'rebuild', 'codes']);

    const rows = page.locator('.numbers tbody tr:not(.measure-group)');
    const shown = await rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
    );
    expect(shown).toEqual(rowsOf(measures));

    const { questions, posterior, frame } = await page.evaluate(async (index) => {
      const { lab } = window;
      const { mu, sigma, plane, noiseScale, view } = lab.frame!;
      // Those of the prior are more than the draws of one posterior.
      const codes = Object.values(view.requests)
        .flatMap((asked) => (asked.kind === 'codes' ? [[...asked.codes]] : []))
        .sort((a, b) => b.length - a.length)[0]!;
      // Within twice an ellipse, which none of a diagonal covariance leans.
      const isReached = (x: number, y: number): boolean =>
        plane.mu.some((_, i) => {
          const [a, b] = [0, 1].map((k) => 2 * noiseScale * plane.sigma[i + k]!);
          return i % 2 === 0 && ((x - plane.mu[i]!) / a!) ** 2 + ((y - plane.mu[i + 1]!) / b!) ** 2 <= 1;
        });
      return {
        questions: await lab.survey('questions', {}, 'of the test'),
        posterior: await lab.survey('posterior', { index, axes: plane.axes, size: 48 }, 'also of the test'),
        frame: {
          mu: [...mu.slice(2 * index, 2 * index + 2)],
          sigma: [...sigma.slice(2 * index, 2 * index + 2)],
          reached: codes.flatMap((x, i) => (i % 2 === 0 ? [isReached(x, codes[i + 1]!)] : [])),
        },
      };
    }, image);
    const region = (await page.locator('.questions section').first().textContent())!;
    for (const share of [questions.circleCoverage, questions.coverage1, questions.coverage2])
      expect(region).toContain(percent(share));
    expect(percent(questions.circleCoverage)).toBe(percent(measures.circleCoverage));
    expect(await page.locator('.questions section').nth(2).textContent()).toContain(`${questions.outliers.count} of `);
    expect(await page.locator('.gap-tiles button').count()).toBe(questions.plausibility.gaps.length);

    const [mu, ...numbers] = await page.locator('.sample-numbers dd').allTextContents();
    const at = [...mu!.matchAll(/[−\d.]+/g)].map(([text]) => Number(text.replace('−', '-')));
    expect(at).toEqual(frame.mu.map((value) => expect.closeTo(value, 1)));
    const { reconstruction, kl, truth } = posterior;
    const { logEvidence, elbo, gap } = truth!;
    expect(numbers).toEqual([
      `(${frame.sigma.map(short).join(', ')})`,
      ...[reconstruction, kl, logEvidence, elbo, gap].map((value) => `${nats(value)} nats`),
    ]);

    expect(frame.reached.length).toBeGreaterThan(10);
    expect(
      await page
        .locator('.prior-tiles li')
        .evaluateAll((all) => all.map((tile) => (tile as HTMLElement).dataset.reached === 'true')),
    ).toEqual(frame.reached);
    expect(await page.locator('.pin-list li').count()).toBe(2);
    await close();
  });

  it('after whatever ends the training everything is of the step that it ended at', async () => {
    const { page, close } = await browser.open({ hash: FAST });
    await page.locator('.loss svg').waitFor();
    for (const [what, end] of ENDS) {
      await page.evaluate(() => window.lab.play());
      await trainFor(page, 300);
      await end(page);
      await expectOneMoment(page).catch((cause) => {
        throw new Error(`After ${what}`, { cause });
      });
    }
    await close();
  });

  it('after being out of sight and paused there, and after sleep', async () => {
    const { page, close } = await browser.open({ hash: FAST, viewport: { width: 1280, height: 600 } });
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
    const { page, close } = await browser.open({ hash: FAST });
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
