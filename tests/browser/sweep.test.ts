import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { useBrowser } from './site';

const browser = useBrowser();

/** Three models so small that they have trained before anybody looks up. */
const TINY = '#sweep&v=1&play=0&h=8&r=5&sw=b:0,1,8:40';

const figure = (page: Page) => page.locator('#sweep');
const button = (page: Page, name: string | RegExp) => figure(page).getByRole('button', { name, exact: true });

async function open(hash: string, options: Parameters<typeof browser.open>[0] = {}) {
  const opened = await browser.open({ ...options, hash });
  await figure(opened.page).getByRole('heading', { level: 2 }).waitFor();
  return opened;
}

/** Waits until all models have come to a step, have been measured there, and are drawn on the curve. */
const arrive = (page: Page, step: number) =>
  page.waitForFunction((goal) => {
    const { sweep } = window.sweeps!.sweep!;
    if (sweep?.store.getState().phase !== 'done') return false;
    const names = [...document.querySelectorAll('.rate-mark')].map((mark) => mark.getAttribute('aria-label')!);
    return names.length === sweep.models.length && names.every((name) => name.includes(`step ${goal}:`));
  }, step);

it('sweeps β: begins on a press, draws planes, grids and the curve, and opens a model in the lab', async () => {
  const { page, complaints, close } = await open(TINY);
  expect(await page.evaluate(() => window.sweeps!.sweep!.sweep)).toBeNull();
  expect(
    await figure(page)
      .getByText(/Everything else/)
      .innerText(),
  ).toMatch(/hidden layers 8, .*σ 1, seed 5.*the lab has 0/);
  await button(page, 'Start').click();
  await arrive(page, 40);
  await expect.poll(() => figure(page).getByText('All at step 40.').count()).toBe(1);

  const models = figure(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) });
  await expect.poll(() => models.getByRole('heading').allInnerTexts()).toEqual(['β 0', 'β 1', 'β 8']);
  await page.waitForFunction(() =>
    ['.sweep-plane > svg', '.sweep-grid'].every((each) =>
      [...document.querySelectorAll<HTMLElement>(each)].every(({ dataset }) => dataset.step === '40'),
    ),
  );
  const inked = await models.locator('canvas').evaluateAll((all) =>
    (all as HTMLCanvasElement[]).map((canvas) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size > 8;
    }),
  );
  expect(inked).toEqual([true, true, true, true, true, true]);

  // The points of the curve are those that the models have, measured otherwise.
  const measured = await page.evaluate(() =>
    Promise.all(window.sweeps!.sweep!.sweep!.models.map(({ lab }) => lab.measure())),
  );
  const points = figure(page).locator('.rate-mark');
  const names = await points.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')!));
  names.forEach((name, i) => {
    const numbers = [...name.matchAll(/[RK] (\d+(?:\.\d+)?)/g)].map(([, text]) => Number(text));
    const { training, heldOut } = measured[i]!;
    const wanted = [training, heldOut!].flatMap(({ reconstruction, regulariser }) => [reconstruction, regulariser]);
    numbers.forEach((number, j) => void expect(Math.abs(number / wanted[j]! - 1), name).toBeLessThan(0.01));
  });
  const places = await points
    .locator('.rate-point')
    .evaluateAll((all) => all.map((each) => Number(each.getAttribute('cx'))));
  expect(places, 'a larger β buys cheaper codes').toEqual([...places].sort((a, b) => b - a));

  /** The middle of a point, which others may cover. */
  const middle = async (place: number): Promise<[x: number, y: number]> => {
    await points.nth(place).scrollIntoViewIfNeeded();
    const box = (await points.nth(place).locator('.rate-point').boundingBox())!;
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  await page.mouse.move(...(await middle(1)));
  await expect
    .poll(() => models.evaluateAll((all) => all.map((each) => each.getAttribute('data-lit'))))
    .toEqual(['false', 'true', 'false']);

  await figure(page).getByText('As a table').click();
  await expect.poll(() => figure(page).getByRole('row').nth(3).innerText()).toMatch(/^β 8\s+40\s+[\d.]+/);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () =>
    (await window.axe.run('#sweep')).violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
  );
  expect(found).toEqual([]);

  await button(page, 'Save').click();
  const taken = async (name: string): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name, exact: true }).click(),
    ]);
    const path = await download.path();
    expect(download.suggestedFilename()).toMatch(/^sweep-(curve|models|trails)-step-40\.(svg|png|csv)$/);
    return readFile(path, 'latin1');
  };
  const rows = (await taken('CSV: Points of the curve')).trim().split('\r\n');
  expect(rows[0]).toBe('beta,step,reconstruction,regulariser,held_out_reconstruction,held_out_regulariser');
  const lasts = rows
    .slice(1)
    .map((row) => row.split(',').map(Number))
    .filter(([, step]) => step === 40);
  expect(lasts.map(([beta]) => beta)).toEqual([0, 1, 8]);
  lasts.forEach(([, , ...numbers], i) => {
    const { training, heldOut } = measured[i]!;
    const wanted = [training, heldOut!].flatMap(({ reconstruction, regulariser }) => [reconstruction, regulariser]);
    numbers.forEach((number, j) => void expect(Math.abs(number / wanted[j]! - 1)).toBeLessThan(1e-5));
  });
  const curve = await taken('SVG: The curve');
  expect(curve.match(/<circle/g)!.length, 'three points').toBe(3);
  expect(curve).toContain('>on the way<');
  const planes = await taken('SVG: Planes and grids');
  // Every ellipse of every model, and a grid of each as an image.
  expect(planes.match(/<image/g)!.length).toBe(3);
  expect(planes.match(/<(ellipse|path|use)/g)!.length).toBeGreaterThan(3 * 1700);
  expect(planes).not.toContain('Open in the lab');
  const png = await taken('PNG: The curve');
  expect(png.slice(1, 4)).toBe('PNG');
  await page.keyboard.press('Escape');

  await button(page, '40 more steps').click();
  await arrive(page, 80);
  const before = await page.evaluate(() => window.lab.settings.beta);
  await page.mouse.click(...(await middle(2)));
  await page.mouse.move(0, 0);
  const pointedOut = figure(page).locator('.rate-pointed');
  await expect
    .poll(() => pointedOut.innerText(), { message: 'what is pressed is named, and opens nothing' })
    .toMatch(/^β 8, step 80: R/);
  expect(await page.evaluate(() => window.lab.settings.beta)).toBe(before);
  await pointedOut.getByRole('button').click();
  await page.waitForFunction(() => window.lab.frame?.step === 80 && window.lab.settings.beta === 8);
  const same = await page.evaluate(async () => {
    const [here, there] = await Promise.all([window.lab.save(), window.sweeps!.sweep!.sweep!.models[2]!.lab.save()]);
    return here.values.length > 1000 && here.values.every((value, i) => value === there.values[i]);
  });
  expect(same).toBe(true);
  expect(await page.evaluate(() => window.lab.settings)).toMatchObject({
    noiseScale: 1,
    hidden: [8],
    seed: 5,
    speed: 1000,
  });
  expect(await page.evaluate(() => document.activeElement!.id)).toBe('lab');
  const back = page.locator('#lab').getByRole('button', { name: 'Back to that one' });
  await expect.poll(() => page.locator('#lab .notice').innerText()).toContain('This is the model β 8 of the sweep');
  await page.waitForFunction(() => location.hash.includes('b=8') && location.hash.includes('sw=b:0,1,8:40'));
  await back.click();
  await page.waitForFunction((beta) => window.lab.frame?.step === 0 && window.lab.settings.beta === beta, before);
  expect(complaints).toEqual([]);
  await close();
});

it('is planned, paused and cancelled by keyboard on a phone, and opened by a finger, in Chinese', async () => {
  const { page, complaints, close } = await open(`${TINY}&lang=zh`, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await figure(page).getByLabel('扫描').selectOption('seed');
  const values = figure(page).getByLabel('取值', { exact: true });
  await expect.poll(() => values.inputValue()).toBe('1, 2, 3, 4, 5, 6');
  await values.fill('1, 1');
  await values.press('Tab');
  await expect.poll(() => figure(page).getByRole('alert').filter({ hasText: '互不相同' }).count()).toBe(1);
  expect(await page.evaluate(() => window.sweeps!.sweep!.plan.values)).toEqual([1, 2, 3, 4, 5, 6]);
  await values.fill('7 9');
  const steps = figure(page).getByLabel('每个的步数');
  await steps.fill('100000');
  // Enter takes what was typed and begins.
  await steps.press('Enter');
  await page.waitForFunction(() => (window.sweeps!.sweep!.sweep?.store.getState().step ?? 0) > 0);
  expect(await page.evaluate(() => window.sweeps!.sweep!.sweep!.models.map(({ lab }) => lab.settings.seed))).toEqual([
    7, 9,
  ]);
  await page.waitForFunction(() => location.hash.includes('sw=r:7,9:100000'));

  await button(page, '暂停').press('Enter');
  await page.waitForFunction(() => {
    const { models } = window.sweeps!.sweep!.sweep!;
    const [one, two] = models.map(({ lab }) => lab);
    return (
      one!.rests &&
      two!.rests &&
      one!.frame!.step === two!.frame!.step &&
      models.every(({ trail }) => trail.at(-1)?.step === one!.frame!.step)
    );
  });
  await expect.poll(() => figure(page).locator('.sweep-spread').innerText()).toMatch(/^2 个种子.*R [\d.]+ ± [\d.]+/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const low = await figure(page)
    .locator('button:visible, select:visible, input:visible, summary:visible')
    .evaluateAll((all) =>
      all.filter((each) => each.getBoundingClientRect().height < 43.5).map((each) => each.outerHTML),
    );
  expect(low).toEqual([]);

  const [one, two] = await figure(page)
    .locator('.sweep-model')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
  expect([two!.y, two!.x > one!.x], 'two columns').toEqual([one!.y, true]);
  await button(page, '取消').press('Enter');
  await expect.poll(() => figure(page).locator('.sweep-model').count()).toBe(0);

  // Another one, of σ, whose second model a finger opens in the lab.
  await figure(page).getByLabel('扫描').selectOption('noiseScale');
  await values.fill('0.5 1.5');
  await steps.fill('20');
  await steps.press('Enter');
  await page.waitForFunction(() => window.sweeps!.sweep!.sweep?.store.getState().phase === 'done');
  expect(
    await page.evaluate(() => window.sweeps!.sweep!.sweep!.models.map(({ lab }) => lab.settings.noiseScale)),
  ).toEqual([0.5, 1.5]);
  await figure(page)
    .getByRole('button', { name: /^在实验台打开.*1\.5$/ })
    .tap();
  await page.waitForFunction(() => window.lab.frame?.step === 20 && window.lab.settings.noiseScale === 1.5);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(complaints).toEqual([]);
  await close();
});

it('stands alone in a frame, with the settings of its address, and leads to the full page', async () => {
  const url = `${inject('siteUrl')}embed.html#figure=sweep&h=6&s=1&sw=z:1,3:10`;
  const { page, complaints, close } = await browser.open({ url, foreign: true });
  await button(page, 'Start').click();
  await arrive(page, 10);
  expect(
    await page.evaluate(() =>
      window.sweeps!.sweep!.sweep!.models.map(({ lab }) => [lab.settings.latent, ...lab.settings.hidden]),
    ),
  ).toEqual([
    [1, 6],
    [3, 6],
  ]);
  const link = await figure(page)
    .getByRole('link', { name: /3 axes/ })
    .getAttribute('href');
  expect(link).toBe(`${inject('siteUrl')}#v=1&s=1&h=6&z=3`);
  expect(complaints).toEqual([]);
  await close();
});
