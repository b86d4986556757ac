import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { percent } from '../../src/panels/numbers';
import { expectDecodesOfNow, expectOneStep, legendOf, rowsOf } from './oneMoment';
import { useBrowser } from './site';

const browser = useBrowser();

const PAIR = ['compare', 'compare.right'] as const;

/** Opens the figure of the page, or the figure alone, and waits until both of its labs show something. */
async function open(hash: string, options: Parameters<typeof browser.open>[0] = {}) {
  const opened = await browser.open({ ...options, hash });
  await opened.page.waitForFunction((ids) => ids.every((id) => window.labs[id]?.frame != null), PAIR);
  return opened;
}

/** Waits until both rest at the same step, no earlier than `least`. */
async function rest(page: Page, least = 0): Promise<number> {
  await page.waitForFunction(
    ([ids, goal]) => {
      const [left, right] = ids.map((id) => window.labs[id]!);
      return left!.rests && right!.rests && left!.frame!.step === right!.frame!.step && left!.frame!.step >= goal;
    },
    [PAIR, least] as const,
  );
  return page.evaluate(() => window.labs.compare!.frame!.step);
}

/** Parameters, moments and place in the data of both, as text. */
const saved = (page: Page): Promise<string[]> =>
  page.evaluate(async (ids) => {
    const all = await Promise.all(ids.map((id) => window.labs[id]!.save()));
    return all.map(({ values, first, second, trainer }) =>
      JSON.stringify([[...values], [...first], [...second], [...trainer.order], trainer.cursor, trainer.noise]),
    );
  }, PAIR);

const figure = (page: Page) => page.locator('#compare');
const side = (page: Page, place: 0 | 1) => figure(page).locator('.compare-side').nth(place);
const plane = (page: Page, place: 0 | 1) => side(page, place).locator('.plane-stage > svg');
const line = (page: Page): Promise<string> => figure(page).locator('.pair-line').innerText();

it('trains two models of the same settings to the same parameters, bit by bit, through changes on the way', async () => {
  const { page, complaints, close } = await open('#compare&v=1&compare.b=1&compare.s=1&compare.e=simd&compare.f=0');
  const { labs } = { labs: PAIR };
  const trained = (step: number) =>
    page.waitForFunction(([ids, goal]) => ids.every((id) => window.labs[id]!.frame!.step >= goal), [
      labs,
      step,
    ] as const);
  await trained(40);
  await expect.poll(() => line(page)).toContain('the same settings');
  // In the middle of the training, so that both have come to different steps.
  await page.evaluate(() => void window.labs['compare.right']!.set({ batchSize: 37 }));
  await trained(120);
  await page.evaluate(() => void window.labs.compare!.set({ samples: 2, learningRate: 0.003 }));
  await trained(200);
  await figure(page).getByRole('button', { name: 'Pause' }).click();
  const reached = await rest(page, 200);
  const [left, right] = await saved(page);
  expect(right === left, 'the same to the bit').toBe(true);

  // On both sides everything is of that moment.
  await figure(page).getByText('Numbers', { exact: true }).click();
  await page.locator(`.pair-numbers[data-steps="${reached},${reached}"]`).waitFor();
  for (const [i, id] of PAIR.entries()) {
    const part = side(page, i as 0 | 1);
    const stamped = ['.plane-stage > svg', '.grid canvas', '.strip canvas[data-step]', '.loss svg'];
    const checked = { id, part, stamped, kinds: ['decode', 'rebuild'] as const };
    await expectOneStep(page, checked, reached);
    await expectDecodesOfNow(page, checked);
    const measures = await page.evaluate((name) => window.labs[name]!.measure(), id);
    expect(await part.locator('.coverage b').textContent()).toBe(percent(measures.circleCoverage));
    await expect.poll(() => part.locator('.loss .key b').allTextContents()).toEqual(legendOf(measures, 1));
    const cells = await figure(page)
      .locator('.pair-numbers tr:not(.measure-group)')
      .evaluateAll((rows, column) => rows.map((row) => row.querySelectorAll('td')[column]?.firstChild?.textContent), i);
    expect(cells.slice(1)).toEqual(rowsOf(measures).map(([value]) => value));
  }

  await figure(page).getByRole('button', { name: 'One step' }).click();
  expect(await rest(page, reached + 1)).toBe(reached + 1);
  const [next, nextRight] = await saved(page);
  expect(next === nextRight && next !== left).toBe(true);

  await figure(page).getByRole('button', { name: 'Start again' }).click();
  await page.waitForFunction((ids) => ids.every((id) => window.labs[id]!.frame!.step === 0), PAIR);
  await figure(page).getByRole('button', { name: 'Play', exact: true }).click();
  await trained(50);
  expect(complaints).toEqual([]);
  await close();
});

it('says what differs, and compares other pairs', async () => {
  const { page, complaints, close } = await open('#compare&v=1&play=0&compare.e=simd');
  await expect.poll(() => line(page)).toBe('Left: β 0, σ 0. Right: β 1, σ 1. Everything else is the same.');
  // By keyboard: to the end of the right one's β.
  await side(page, 1).getByRole('slider').first().press('End');
  await expect.poll(() => line(page)).toBe('Left: β 0, σ 0. Right: β 32, σ 1. Everything else is the same.');
  await page.waitForFunction(() => location.hash.includes('compare.right.b=32'));

  const pairs = figure(page).getByLabel('Compare', { exact: true });
  await expect.poll(() => pairs.locator('option:checked').innerText()).toBe('your own pair');
  await pairs.selectOption({ label: 'ellipses | rectangles' });
  await expect
    .poll(() => line(page))
    .toBe('Left: posterior ellipse. Right: posterior rectangle. Everything else is the same.');
  await page.waitForFunction(() => window.labs['compare.right']!.frame!.plane.family === 'box');
  await figure(page).getByRole('button', { name: 'Swap' }).click();
  await page.waitForFunction(() => window.labs.compare!.frame!.plane.family === 'box');
  await expect.poll(() => line(page)).toContain('Left: posterior rectangle. Right: posterior ellipse');
  await figure(page).getByRole('button', { name: 'Copy left to right' }).click();
  await expect.poll(() => line(page)).toContain('Left and right have the same settings');

  // What is folded is each one's own, or of both.
  await side(page, 0).getByText('Posterior and likelihood').click();
  await side(page, 0).getByLabel('Likelihood').selectOption('gaussian');
  await expect.poll(() => line(page)).toContain('likelihood Gaussian, fixed σ̃. Right: likelihood Bernoulli.');
  await figure(page).getByText('More settings').click();
  await figure(page).getByLabel('Seed').fill('12');
  await figure(page).getByLabel('Seed').press('Enter');
  await page.waitForFunction((ids) => ids.every((id) => window.labs[id]!.settings.seed === 12), PAIR);
  await expect.poll(() => line(page)).toContain('Left: likelihood');
  await page.waitForFunction(() => location.hash.includes('compare.r=12') && !location.hash.includes('right.r='));

  await rest(page);
  await figure(page).getByText('Numbers', { exact: true }).click();
  const table = figure(page).locator('.pair-numbers');
  await page.waitForFunction(() => document.querySelector('.pair-numbers')?.getAttribute('data-steps') === '0,0');
  const [ours, theirs] = await page.evaluate(
    async (ids) => Promise.all(ids.map(async (id) => (await window.labs[id]!.measure()).coverage1)),
    PAIR,
  );
  const shown = await table.locator('.measure-coverage td').allInnerTexts();
  expect(shown.slice(0, 2).map((text) => Number.parseFloat(text) / 100)).toEqual(
    [ours!, theirs!].map((share) => expect.closeTo(share, 1)),
  );
  expect(complaints).toEqual([]);
  await close();
});

it('has one pointer, pins, window and image for both', async () => {
  const { page, complaints, close } = await open('#compare&v=1&play=0&compare.e=simd');
  await page.evaluate(() => window.labs.compare!.step(200));
  await rest(page, 200);
  // The window holds the codes of both: they are drawn to the same scale.
  const radii = () =>
    Promise.all(([0, 1] as const).map((i) => side(page, i).locator('circle.prior-1').getAttribute('r')));
  const inView = () =>
    page.evaluate((ids) => {
      const circle = document.querySelector('#compare circle.prior-1')!;
      const [x0, y0, unit] = ['cx', 'cy', 'r'].map((name) => Number(circle.getAttribute(name)));
      const size = circle.closest('svg')!.clientWidth;
      return ids.map((id) => {
        const { mu } = window.labs[id]!.frame!.plane;
        let inside = 0;
        for (let i = 0; i < mu.length; i += 2) {
          const [x, y] = [x0! + unit! * mu[i]!, y0! - unit! * mu[i + 1]!];
          if (Math.min(x, y) >= 0 && Math.max(x, y) <= size) inside += 1;
        }
        return inside / (mu.length / 2);
      });
    }, PAIR);
  await expect.poll(async () => Math.min(...(await inView()))).toBeGreaterThan(0.98);
  const [left, right] = await radii();
  expect(left).toBe(right);
  // So are the curves, at the step that both rest at, though their values differ.
  const axes = (name: string) =>
    Promise.all(([0, 1] as const).map((i) => side(page, i).locator(`.loss .axis-${name} text`).allTextContents()));
  await expect.poll(() => figure(page).locator('.loss svg[data-step="200"] .series-total').count()).toBe(2);
  for (const name of ['x', 'y']) {
    await expect.poll(async () => new Set((await axes(name)).map(String)).size).toBe(1);
    expect((await axes(name))[0]!.length).toBeGreaterThan(0);
  }

  // A pointer on the left is a cross and a decode of the same code on the right.
  const box = (await plane(page, 0).boundingBox())!;
  const at = { x: box.x + 0.8 * box.width, y: box.y + 0.15 * box.height };
  await page.mouse.move(at.x, at.y);
  const lenses = figure(page).locator('.lens');
  await expect.poll(() => lenses.count()).toBe(2);
  const texts = await lenses.allInnerTexts();
  expect(texts[0]).toMatch(/^z \(/);
  expect(texts[1]).toBe(texts[0]);
  await expect.poll(() => side(page, 1).locator('.cross path').count()).toBe(1);
  await expect.poll(() => side(page, 0).locator('.cross path').count()).toBe(0);
  await page.mouse.click(at.x, at.y);
  for (const i of [0, 1] as const) {
    await side(page, i).locator('.pin').waitFor();
    await side(page, i).locator('.pin-list li').waitFor();
  }
  await page.waitForFunction(() => /compare\.p=/.test(location.hash) && !location.hash.includes('right.'));
  await page.mouse.move(0, 0);
  await expect.poll(() => lenses.count()).toBe(0);

  // By keyboard, on the other plane: an image is selected in both, the window is closer in both, the pin goes in both.
  await plane(page, 1).focus();
  await page.keyboard.press('s');
  const cards = figure(page).locator('section.sample');
  await expect.poll(() => cards.count()).toBe(2);
  const indices = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-index')));
  expect(new Set(indices).size).toBe(1);
  await page.keyboard.press('+');
  const closer = await radii();
  expect(Number(closer[0])).toBeGreaterThan(1.2 * Number(left));
  expect(closer[0]).toBe(closer[1]);
  await side(page, 1).locator('.pin').focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => figure(page).locator('.pin').count()).toBe(0);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run('#compare'));
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

it('stands one below the other on a phone, in a post, and takes fingers', async () => {
  const { page, complaints, close } = await open(
    '#figure=compare&play=0&e=simd&compare.right.b=2&pair_hide=1&swap_hide=1',
    {
      url: `${inject('siteUrl')}embed.html`,
      viewport: { width: 390, height: 700 },
      hasTouch: true,
      isMobile: true,
    },
  );
  await expect.poll(() => line(page)).toBe('Left: β 0, σ 0. Right: β 2, σ 1. Everything else is the same.');
  const ofThePair = figure(page).locator('.pair-controls').locator('button, select');
  await expect.poll(() => ofThePair.count()).toBe(3);
  expect(await ofThePair.evaluateAll((all) => all.filter((each) => each.closest('.data-source') === null).length)).toBe(
    1,
  );
  await expect.poll(() => figure(page).getByRole('button', { name: 'Copy left to right' }).count()).toBe(1);
  for (const width of [300, 390]) {
    await page.setViewportSize({ width, height: 700 });
    const [upper, lower] = [(await side(page, 0).boundingBox())!, (await side(page, 1).boundingBox())!];
    expect(lower.y).toBeGreaterThanOrEqual(upper.y + upper.height);
    expect(upper.width).toBeGreaterThan(0.85 * width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const small = await figure(page).evaluate((root) =>
      [...root.querySelectorAll('button, select, summary, input')]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height < 43.5)
        .map(({ element }) => element.outerHTML.slice(0, 80)),
    );
    expect(small, `${width} px`).toEqual([]);
  }
  // A finger's tap pins in both.
  await plane(page, 1).tap({ position: { x: 20, y: 20 } });
  await expect.poll(() => figure(page).locator('.pin').count()).toBe(2);
  await figure(page).getByRole('button', { name: 'Play', exact: true }).click();
  await page.waitForFunction((ids) => ids.every((id) => window.labs[id]!.frame!.step > 20), PAIR);
  await figure(page).getByRole('button', { name: 'Pause' }).click();
  await rest(page, 20);
  expect(complaints).toEqual([]);
  await close();
});

it('does so on the page itself, linked by taps and one transport', async () => {
  const { page, complaints, close } = await open('#compare&v=1&compare.e=simd&play=0', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const [upper, lower] = [(await side(page, 0).boundingBox())!, (await side(page, 1).boundingBox())!];
  expect(lower.y).toBeGreaterThanOrEqual(upper.y + upper.height);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await plane(page, 0).tap({ position: { x: 20, y: 20 } });
  await expect.poll(() => figure(page).locator('.pin').count()).toBe(2);
  const before = await rest(page);
  await figure(page).getByRole('button', { name: 'One step' }).tap();
  expect(await rest(page, before + 1)).toBe(before + 1);
  expect(complaints).toEqual([]);
  await close();
});
