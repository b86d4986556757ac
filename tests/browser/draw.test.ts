/** The pad as a reader draws on it: by mouse, keyboard and finger, with images of the data and pictures of their own. */
import { encode } from 'fast-png';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { dropOn, testFile } from './ownImages';
import { answered, imageOn } from './pad';
import { STILL, trainFor, useBrowser } from './site';

const browser = useBrowser();

const EVEN = `${STILL}&b=1&s=1&e=simd`;
const SEVEN = [
  [0.3, 0.25],
  [0.5, 0.22],
  [0.68, 0.25],
  [0.58, 0.5],
  [0.48, 0.8],
] as const;

/** Opens the pad, and waits until it is there. */
async function openPad(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Draw your own' }).click();
  await page.locator('.draw-pad').waitFor();
}

/** Where a share of the pad is on the screen. */
async function padPlace(page: Page): Promise<(share: readonly [number, number]) => [number, number]> {
  const pad = page.locator('.draw-pad');
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pad.boundingBox())!;
  return ([across, down]) => [x + across * width, y + down * height];
}

/** @returns in how many places the ellipse was while the pen was down */
async function drawSeven(page: Page): Promise<number> {
  const at = await padPlace(page);
  await page.mouse.move(...at(SEVEN[0]));
  await page.mouse.down();
  const seen = new Set<string | null>();
  for (const share of SEVEN) {
    await page.mouse.move(...at(share), { steps: 3 });
    await answered(page);
    seen.add(await page.locator('.drawn-after .centre').getAttribute('cx'));
  }
  await page.mouse.up();
  return seen.size;
}

/** Half the width of the drawing's ellipse as it is drawn, in pixels. */
const drawnWidth = (page: Page): Promise<number> =>
  page.locator('.drawn-after .outline').evaluate((outline) => outline.getBoundingClientRect().width / 2);

const cell = (page: Page, row: string, column = 0): Promise<string> =>
  page
    .locator('.draw-numbers tr', { has: page.getByRole('rowheader', { name: row }) })
    .locator('td')
    .nth(column)
    .innerText();

it('what is drawn has its ellipse on the plane, and numbers of the same moment; undo takes both away', async () => {
  const { page, complaints, close } = await browser.open({ hash: EVEN, viewport: { width: 1280, height: 800 } });
  await page.evaluate(() => window.lab.step(300));
  expect(await page.evaluate(() => Object.keys(window.lab.frame!.view.requests))).not.toContain('pad');
  await openPad(page);
  // While the pen is down, after each of its moves.
  expect(await drawSeven(page)).toBeGreaterThan(3);
  await answered(page);
  const said = await page.evaluate(() => {
    const { given, pictures, latent } = window.lab.frame!;
    const { posteriors, reconstruction } = given.pad!;
    return { sigma: [...posteriors.sigma], reconstruction: reconstruction[0]!, pixels: pictures.pad!.length, latent };
  });
  expect(said.pixels).toBe(64);
  const unit = Number(await page.locator('circle.prior-1').getAttribute('r'));
  await page.locator('.drawn-after .outline').waitFor();
  await expect.poll(() => drawnWidth(page)).toBeCloseTo(said.sigma[0]! * unit, 1);
  expect(Number(await cell(page, 'R, nats'))).toBeCloseTo(said.reconstruction, 0);
  expect(await page.locator('.draw-numbers').getAttribute('data-step')).toBe('300');
  // The drawing lies as the digits do: it fills their frame from top to bottom.
  const ink = await page.evaluate(() => {
    const { image } = window.lab.pad.store.getState().drawing!;
    return [0, 7].map((row) => Math.max(...image.subarray(8 * row, 8 * row + 8)));
  });
  for (const darkest of ink) expect(darkest).toBeGreaterThan(0.3);
  // While it trains the ellipse follows.
  const before = await page.locator('.drawn-after .outline').getAttribute('cx');
  await page.evaluate(() => window.lab.play());
  await trainFor(page, 100);
  await page.evaluate(() => window.lab.pause());
  await expect.poll(() => page.locator('.drawn-after .outline').getAttribute('cx')).not.toBe(before);
  await page.keyboard.press('Control+z');
  await page.locator('.drawn-after').waitFor({ state: 'detached' });
  expect(await cell(page, 'R, nats')).toBe('–');
  const { view, given } = await page.evaluate(() => window.lab.step(1));
  expect([...Object.keys(view.requests), ...Object.keys(given)]).not.toContain('pad');
  expect(complaints).toEqual([]);
  await close();
});

it('is drawn by keyboard alone, and put away', async () => {
  const { page, complaints, close } = await browser.open({ hash: EVEN });
  await page.getByRole('button', { name: 'Draw your own' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.draw-pad:focus').waitFor();
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowUp');
  const blank = (): Promise<boolean> => page.evaluate(() => window.lab.pad.store.getState().drawing!.isBlank);
  expect(await blank()).toBe(true);
  await page.keyboard.down('Space');
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.up('Space');
  await answered(page);
  const bar = await page.evaluate(() => window.lab.pad.store.getState().drawing!.raster);
  // Moving on leaves no ink, until Enter puts the pen down.
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => window.lab.pad.store.getState().drawing!.raster)).toEqual(bar);
  await page.keyboard.press('Enter');
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await answered(page);
  await page.locator('.drawn-after .outline').waitFor();
  // A line down, and one across its foot.
  const { lengths } = await page.evaluate(() => {
    const { raster } = window.lab.pad.store.getState().drawing!;
    const has = (x: number, y: number): boolean =>
      raster.pixels[Math.floor(y * raster.height) * raster.width + Math.floor(x * raster.width)]! > 0.9;
    return { lengths: [has(0.5, 0.3), has(0.5, 0.7), has(0.7, 0.75), has(0.3, 0.75), has(0.7, 0.3)] };
  });
  expect(lengths).toEqual([true, true, true, true, false]);
  await page.keyboard.press('Escape');
  await page.locator('.draw').waitFor({ state: 'detached' });
  await page.locator('.drawn-after').waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('.draw-opener:focus').getAttribute('aria-expanded')).toBe('false');
  expect(complaints).toEqual([]);
  await close();
});

it('an image of the data is edited: its own ellipse stays beside that of what is made of it', async () => {
  const { page, complaints, close } = await browser.open({ hash: `${EVEN}&x=17` });
  await page.evaluate(() => window.lab.step(300));
  await page.getByRole('button', { name: 'Edit on the pad' }).click();
  await page.locator('.draw-pad').waitFor();
  await page.locator('.sample').waitFor({ state: 'detached' });
  await answered(page);
  await page.locator('.drawn-before .outline').waitFor();
  expect(await cell(page, 'μ', 0)).toBe(await cell(page, 'μ', 1));
  const surveyed = await page.evaluate(async () => {
    const { axes } = window.lab.frame!.plane;
    return (await window.lab.survey('posterior', { index: 17, axes, size: 8 })).reconstruction;
  });
  expect(Number(await cell(page, 'R, nats', 1))).toBeCloseTo(surveyed, 0);
  await page.getByRole('button', { name: 'Cover with a block' }).click();
  const at = await padPlace(page);
  await page.mouse.click(...at([0.5, 0.4]));
  await answered(page);
  await expect.poll(() => cell(page, 'R, nats', 0)).not.toBe(await cell(page, 'R, nats', 1));
  const centres = await page
    .locator(':is(.drawn-before, .drawn-after) .centre')
    .evaluateAll((dots) => dots.map((dot) => dot.getAttribute('cx')));
  expect(centres[0]).not.toBe(centres[1]);
  await page.getByLabel('Amount').fill('0.5');
  await answered(page);
  expect(await page.evaluate(() => window.lab.pad.store.getState().drawing!.noise.amount)).toBe(0.5);
  expect(complaints).toEqual([]);
  await close();
});

it('by finger draws on the pad without moving the page, on a phone', async () => {
  const { page, complaints, close } = await browser.open({
    hash: EVEN,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.getByRole('button', { name: 'Draw your own' }).tap();
  await page.locator('.draw-pad').waitFor();
  const at = await padPlace(page);
  const scrolled = await page.evaluate(() => scrollY);
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share?: readonly [number, number]) => {
    const [x, y] = share === undefined ? [0, 0] : at(share);
    return session.send('Input.dispatchTouchEvent', { type, touchPoints: share === undefined ? [] : [{ x, y }] });
  };
  await touch('touchStart', SEVEN[0]);
  for (const share of SEVEN) await touch('touchMove', share);
  await touch('touchEnd');
  await answered(page);
  await page.locator('.drawn-after .outline').waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  const seen = () => page.evaluate(() => Array.from(window.lab.pad.store.getState().drawing!.raster.pixels));
  const draw = async (...path: readonly (readonly [number, number])[]): Promise<void> => {
    await touch('touchStart', path[0]);
    for (const share of path.slice(1)) await touch('touchMove', share);
    await touch('touchEnd');
    await answered(page);
  };
  const ink = (pixels: readonly number[]): number => pixels.reduce((sum, value) => sum + value, 0);
  const drawn = await seen();
  // A tap right after a stroke is a click: the stroke was no fling that the tap would stop.
  const take = async (name: string, tool: string): Promise<void> => {
    await page.getByRole('button', { name }).tap();
    await expect.poll(() => page.evaluate(() => window.lab.pad.store.getState().drawing!.tool)).toBe(tool);
  };
  await take('Erase', 'erase');
  await draw(SEVEN[3], SEVEN[4]);
  const erased = await seen();
  expect(ink(erased)).toBeLessThan(ink(drawn));
  await take('Cover with a block', 'cover');
  await draw([0.2, 0.8], [0.4, 0.8]);
  expect(ink(await seen())).toBeGreaterThan(ink(erased));
  const still = await imageOn(page);
  await page.getByLabel('Amount').fill('0.5');
  await answered(page);
  const noisy = await imageOn(page);
  expect(noisy).not.toEqual(still);
  await page.locator('.draw input[type=file]').setInputFiles({
    name: 'one.png',
    mimeType: 'image/png',
    buffer: photograph(),
  });
  await page.waitForFunction(() => window.lab.pad.store.getState().drawing!.noise.amount === 0);
  await answered(page);
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect.poll(() => imageOn(page)).toEqual(noisy);
  const small = await page
    .locator('.draw :is(button, select, input[type=range], label:has(input))')
    .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML));
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(complaints).toEqual([]);
  await close();
});

/** A dark stroke on a light sheet, off its middle. */
function photograph(): Buffer {
  const [width, height] = [240, 160];
  const data = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return Math.abs(x - 170 - 0.3 * (y - 60)) < 5 && y > 30 && y < 110 ? 40 : 225;
  });
  return Buffer.from(encode({ width, height, channels: 1, depth: 8, data }));
}

it('a picture is chosen or dropped, lies as the data do, and is no data set; what is no picture is told', async () => {
  const { page, complaints, close } = await browser.open({ hash: EVEN });
  await openPad(page);
  await page.locator('.draw input[type=file]').setInputFiles({
    name: 'one.png',
    mimeType: 'image/png',
    buffer: photograph(),
  });
  // The blank pad has its answer already.
  await page.waitForFunction(() => !window.lab.pad.store.getState().drawing!.isBlank);
  await answered(page);
  const chosen = await imageOn(page);
  // Light on dark, upright and as high as the frame.
  const column = (i: number): number => chosen.filter((_, at) => at % 8 === i).reduce((sum, value) => sum + value, 0);
  expect(column(0) + column(7)).toBeLessThan(0.1);
  expect(column(3) + column(4)).toBeGreaterThan(4);
  const drop = (name: string, mimeType: string, bytes: Uint8Array): Promise<void> =>
    dropOn(page.locator('.draw-pad'), [testFile(name, bytes, mimeType)]);
  await page.getByRole('button', { name: 'Clear the pad' }).click();
  await drop('one.png', 'image/png', photograph());
  await expect.poll(() => imageOn(page)).toEqual(chosen);
  await drop('notes.txt', 'text/plain', Uint8Array.of(104, 105));
  await page.getByText('“notes.txt” is no picture that this browser reads').waitFor();
  expect(await imageOn(page)).toEqual(chosen);
  expect(await page.evaluate(() => window.lab.dataset!.n)).toBe(1797);
  await expect.poll(() => page.locator('.notice').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});
