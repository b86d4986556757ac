/** The numbers and the four questions, as a reader opens and uses them. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './site';

const browser = useBrowser();

/** Codes between which a decoder of much room has gaps that resemble no image. */
const GAPS = '#v=1&play=0&l=squared&h=256&b=0&s=1';

/** A page that rests at a step, with its questions answered there. */
async function answered(hash: string, steps: number) {
  const opened = await browser.open({ hash });
  await opened.page.evaluate((count) => window.lab.step(count), steps);
  await opened.page.locator('.questions > summary').click();
  await answeredAt(opened.page, steps);
  return opened;
}

const answeredAt = (page: Page, step: number): Promise<void> =>
  page.locator(`.questions-body[data-step="${step}"]`).waitFor();

describe('the four questions', () => {
  it('are answered by the numbers of the scripting object, at the step where the lab rests', async () => {
    const { page, complaints, close } = await answered(GAPS, 60);
    const { plausibility, outliers, step } = await page.evaluate(() => window.lab.survey('questions', {}));
    expect(step).toBe(60);
    await expect.poll(() => page.locator('.gap-tiles button').count()).toBe(plausibility.gaps.length);
    expect(plausibility.gaps.length).toBeGreaterThan(0);
    expect(await page.locator('.questions section').nth(2).locator('p').first().textContent()).toContain(
      `${outliers.count} of 1,797`,
    );
    expect(await page.locator('.questions-at').textContent()).toContain('step 60');
    expect(complaints).toEqual([]);
    await close();
  });

  it('show what they are about on the plane: what is uncovered, gaps that can be pinned, codes that can be selected', async () => {
    const { page, complaints, close } = await answered(GAPS, 60);
    await page.getByRole('button', { name: 'Show what is uncovered' }).click();
    await page.getByRole('button', { name: 'Show the gaps' }).click();
    await page.getByRole('button', { name: 'Show them on the plane' }).click();
    expect(await page.evaluate(() => window.lab.layers.shown)).toEqual(
      expect.arrayContaining(['uncovered', 'gaps', 'outliers']),
    );
    // The plane is where the reader is taken, and has as many marks as the list.
    const plane = (await page.locator('.plane').boundingBox())!;
    expect(plane.y).toBeLessThan(page.viewportSize()!.height);
    expect(plane.y + plane.height).toBeGreaterThan(0);
    const gaps = await page.locator('.gap-tiles button').count();
    await expect.poll(() => page.locator('.gaps').getByText(/^\d$/).count()).toBe(gaps);

    const { x, y } = await page.evaluate(async () => (await window.lab.survey('questions', {})).plausibility.gaps[0]!);
    await page.locator('.gap-tiles button').first().click();
    await page.locator('.pin-list li').waitFor();
    await page.waitForFunction(() => /[&#]p=/.test(location.hash));
    const address = new URL(page.url()).hash;
    const [px, py] = /[&#]p=([^&]+)/.exec(decodeURIComponent(address))![1]!.split(',').map(Number) as [number, number];
    expect(px).toBeCloseTo(x, 2);
    expect(py).toBeCloseTo(y, 2);

    const tile = page.locator('.outlier-tiles button').first();
    const name = (await tile.getAttribute('aria-label'))!;
    await tile.click();
    expect(await page.evaluate(() => window.lab.selection.index)).toBe(Number(/^Image (\d+)/.exec(name)![1]));
    expect(complaints).toEqual([]);
    await close();
  });

  it('by keyboard go to the regular version, whose answers come to stand beside those before', async () => {
    const { page, complaints, close } = await answered('#v=1&play=0&f=0', 100);
    await page.getByRole('button', { name: 'Make it regular' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.lab.settings.beta === 1 && window.lab.settings.noiseScale === 1);
    await page.waitForFunction(() => window.lab.frame!.circleCoverage > 0.9);
    await page.evaluate(() => window.lab.pause());
    const step = await page
      .waitForFunction(() => window.lab.frame?.training === false && window.lab.frame.step)
      .then((handle) => handle.jsonValue());
    await answeredAt(page, step as number);
    const covered = page.locator('.comparison tbody tr').nth(1).locator('td');
    await expect.poll(() => covered.first().textContent()).toBe('0 %');
    // What is measured comes by itself, a moment before or after the answers.
    // A run that had time to cover all but a little has "> 99.9 %".
    const share = async (): Promise<number> =>
      Number.parseFloat((await covered.nth(1).textContent())!.replace('> ', ''));
    await expect.poll(share).toBeGreaterThan(85);
    expect(complaints).toEqual([]);
    await close();
  });

  it('ask nothing of the worker while they are closed', async () => {
    const { page, close } = await answered(GAPS, 20);
    await page.evaluate(() => {
      const { survey } = window.lab;
      const asked: string[] = [];
      Object.assign(window, { asked });
      window.lab.survey = (kind, ...rest) => {
        asked.push(kind);
        return survey.call(window.lab, kind, ...rest) as never;
      };
    });
    await page.locator('.questions > summary').click();
    await page.locator('.questions-body').waitFor({ state: 'detached' });
    await page.evaluate(() => window.lab.step(20));
    // The loss chart, which is seen, may ask for what it shows.
    const asked = await page.evaluate(() => (window as unknown as { asked: string[] }).asked);
    expect(asked.filter((kind) => kind === 'questions' || kind === 'measure')).toEqual([]);
    await close();
  });

  it('fit a phone of 300 pixels, in Chinese', async () => {
    const { page, close } = await browser.open({
      hash: GAPS,
      viewport: { width: 300, height: 650 },
      locale: 'zh-CN',
      hasTouch: true,
      isMobile: true,
    });
    await page.locator('.questions > summary').tap();
    await page.getByText('数值', { exact: true }).tap();
    await page.locator('.questions-body').waitFor();
    await page.locator('.curve svg .series').first().waitFor({ state: 'attached' });
    await page.getByRole('button', { name: '各项说明' }).tap();
    await page.locator('.measure-says').first().waitFor();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('.questions *, .numbers *')]
        .filter((element) => element.getBoundingClientRect().right > 300.5)
        .map((element) => `${element.tagName}.${element.className}`),
    );
    expect(wide).toEqual([]);
    await close();
  });
});

describe('the numbers', () => {
  it('are kept in the history of the figure, in the curves and in what is taken along', async () => {
    const { page, complaints, close } = await browser.open({ hash: '#v=1&play=0&b=1&s=1' });
    await page.getByText('Numbers', { exact: true }).click();
    for (const step of [0, 40, 80]) {
      if (step > 0) await page.evaluate(() => window.lab.step(40));
      await page.locator(`.numbers table[data-step="${step}"]`).waitFor();
    }
    const measured = await page.evaluate(() => window.lab.history.measured);
    expect(measured.map(({ step }) => step)).toEqual([0, 40, 80]);
    const path = (await page.locator('.series-aggregateKl').getAttribute('d'))!;
    expect(path.split('L')).toHaveLength(3);
    await page.getByRole('button', { name: 'Save' }).first().click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV: Measures' }).click();
    expect((await download).suggestedFilename()).toBe('lab-measures-step-80.csv');
    expect(complaints).toEqual([]);
    await close();
  });
});
