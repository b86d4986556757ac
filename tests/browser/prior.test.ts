import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { objections } from './objections';
import { planeBox, STILL, takesKeys, useBrowser } from './site';

const browser = useBrowser();

const EVEN = `${STILL}&b=1&s=1`;

/** Where the dots of the draws are on the plane, in latent units, rows of two. */
async function dotCodes(page: Page): Promise<number[][]> {
  const box = await planeBox(page);
  const unit = Number(await page.locator('circle.prior-1').getAttribute('r'));
  return page
    .locator('.prior-draw')
    .evaluateAll(
      (dots, { size, unit }) =>
        dots.map((dot) => [
          (Number(dot.getAttribute('cx')) - size / 2) / unit,
          (size / 2 - Number(dot.getAttribute('cy'))) / unit,
        ]),
      { size: box.size, unit },
    );
}

/** Pixels a side of the digits. */
const SIDE = 8;

/** What canvases show, one row each: how dark they are on average in SIDE × SIDE cells, 0 … 255. */
const inkOf = (page: Page, selector: string): Promise<number[][]> =>
  page.locator(selector).evaluateAll(
    (canvases, side) =>
      (canvases as HTMLCanvasElement[]).map((canvas) => {
        const { width, height } = canvas;
        // Read from a copy: the browser warns of canvases that are drawn for the screen and read again and again.
        const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, width, height);
        const sums = new Array<number>(side * side).fill(0);
        for (let pixel = 0; pixel < width * height; pixel++) {
          const row = Math.floor((side * Math.floor(pixel / width)) / height);
          const column = Math.floor((side * (pixel % width)) / width);
          sums[row * side + column]! += 255 - data[4 * pixel]!;
        }
        return sums.map((sum) => (sum * side * side) / (width * height));
      }),
    SIDE,
  );

/** The correlation of two lists of numbers. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const centred = (values: readonly number[]): number[] => {
    const mean = values.reduce((sum, value) => sum + value) / values.length;
    return values.map((value) => value - mean);
  };
  const [u, v] = [centred(a), centred(b)];
  const dot = (p: number[], q: number[]): number => p.reduce((sum, value, i) => sum + value * q[i]!, 0);
  return dot(u, v) / Math.sqrt(dot(u, u) * dot(v, v));
}

const regionOf = (page: Page) => page.evaluate(() => window.lab.region.box);

it('draws from the prior are opened by keyboard, decoded beside the plane, drawn anew and pinned', async () => {
  const { page, complaints, close } = await browser.open({ hash: EVEN });
  await page.evaluate(() => window.lab.step(200));
  await page.locator('.prior-samples summary').press('Enter');
  await page.locator('.prior-tiles li').nth(15).waitFor();
  await page.locator('.prior-draw').nth(15).waitFor();

  // Each tile has the decode of its dot. Images are enlarged smoothly, and some of the codes lie side by side.
  let codes: number[][] = [];
  const alike = async (): Promise<number[][]> => {
    codes = await dotCodes(page);
    const decoded = await page.evaluate(async (z) => Array.from(await window.lab.decode(z)), codes.flat());
    const ink = await inkOf(page, '.prior-tiles canvas');
    return ink.map((tile) => ink.map((_, i) => correlation(tile, decoded.slice(i * SIDE ** 2, (i + 1) * SIDE ** 2))));
  };
  const isItsOwn = (all: number[], k: number): boolean => all[k]! > 0.9 && all[k]! > Math.max(...all) - 0.005;
  await expect.poll(async () => (await alike()).every(isItsOwn)).toBe(true);
  expect(Math.min(...(await alike()).flat())).toBeLessThan(0.8);

  // Hollow are those that no ellipse reaches at twice its size.
  const reached = await page.evaluate((z) => {
    const { mu, sigma } = window.lab.frame!.plane;
    return z.map(([x, y]) => {
      for (let i = 0; i < mu.length; i += 2)
        if (Math.hypot((x! - mu[i]!) / sigma[i]!, (y! - mu[i + 1]!) / sigma[i + 1]!) <= 2) return 'true';
      return 'false';
    });
  }, codes);
  for (const marked of ['.prior-draw', '.prior-tiles li'])
    expect(
      await page.locator(marked).evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.reached)),
    ).toEqual(reached);
  const hollow = reached.filter((each) => each === 'false').length;
  expect(hollow).toBeGreaterThan(0);
  const said = (await page.locator('.prior-body .fine').textContent())!;
  expect(said).toContain(`Hollow (${hollow}):`);
  const within = codes.filter(([x, y]) => Math.hypot(x!, y!) <= 1).length;
  expect(said).toContain(`In the long run 39 % lie within its 1σ circle; here ${within} do.`);

  // A tile and its dot point at each other.
  const tile = (k: number) => page.locator('.prior-tiles button').nth(k);
  const radius = (k: number) => page.locator('.prior-draw').nth(k).getAttribute('r').then(Number);
  const usual = await radius(4);
  await tile(4).focus();
  await expect.poll(() => radius(4)).toBeGreaterThan(usual);
  await page.locator('.prior-draw').nth(6).hover();
  await page.locator('.prior-tiles li:nth-child(7)[data-pointed=true]').waitFor();
  await tile(2).press('Enter');
  await page.locator('.pin').waitFor();
  await page.waitForFunction(() => location.hash.includes('p='));
  const [, x, y] = /[#&]p=([^,]+),([^&]+)/.exec(page.url())!;
  expect([Number(x), Number(y)]).toEqual(codes[2]!.map((value) => expect.closeTo(value, 3)));

  await page.getByRole('button', { name: 'Draw again' }).press('Enter');
  await page.waitForFunction(() => location.hash.includes('pr=1'));
  expect(await dotCodes(page)).not.toEqual(codes);
  await page.locator('.prior-samples summary').press('Enter');
  await page.locator('.prior-draw').first().waitFor({ state: 'detached' });
  await page.waitForFunction(() => !location.hash.includes('pr='));
  expect(complaints).toEqual([]);
  await close();
});

it('a region is brushed, decoded, moved and resized by the pointer, while the window stays', async () => {
  const { page, complaints, close } = await browser.open({ hash: EVEN });
  const box = await planeBox(page);
  const unit = Number(await page.locator('circle.prior-1').getAttribute('r'));
  const pixel = (x: number, y: number): [number, number] => [box.x + x * unit, box.y - y * unit];
  const drag = async (from: [number, number], to: [number, number]): Promise<void> => {
    await page.mouse.move(...pixel(...from));
    await page.mouse.down();
    await page.mouse.move(...pixel(...to), { steps: 4 });
    await page.mouse.up();
  };
  const near = (edges: number[]) => {
    const [left, bottom, right, top] = edges.map((edge) => expect.closeTo(edge, 1));
    return { left, bottom, right, top };
  };
  const tool = page.getByRole('button', { name: /^Mark a region/ });
  await tool.click();
  await page.locator('.region-marks[data-brushing]').waitFor();
  // A click alone marks nothing, and pins nothing.
  await page.mouse.click(...pixel(1, 1));
  expect(await regionOf(page)).toBeNull();
  await drag([-2, 1], [-1, -0.5]);
  expect(await regionOf(page)).toEqual(near([-2, -0.5, -1, 1]));
  await page.locator('.region-marks[data-brushing]').waitFor({ state: 'detached' });
  const grid = page.locator('.region-grid');
  await grid.locator('canvas[data-step="0"]').waitFor();
  const before = await inkOf(page, '.region-grid canvas');
  await drag([-1.5, 0], [0.5, 1]);
  expect(await regionOf(page)).toEqual(near([0, 0.5, 1, 2]));
  await drag([1, 2], [2, 2.5]);
  expect(await regionOf(page)).toEqual(near([0, 0.5, 2, 2.5]));
  await drag([0, 1.5], [-1, 1.5]);
  expect(await regionOf(page)).toEqual(near([-1, 0.5, 2, 2.5]));
  await expect.poll(() => page.locator('.pin').count()).toBe(0);
  await page.waitForFunction(() => /rg=-?[\d.]+,[\d.]+,[\d.]+,[\d.]+/.test(location.hash));
  expect(await page.evaluate(() => location.hash)).not.toMatch(/[#&](w|p)=/);
  // Beside the region a drag moves the window, and the region stays where it is on the plane.
  const placed = await regionOf(page);
  await drag([-2, -2], [-1.5, -2]);
  await page.waitForFunction(() => location.hash.includes('w='));
  expect(await regionOf(page)).toEqual(placed);
  // It follows the training.
  await page.evaluate(() => window.lab.step(100));
  await grid.locator('canvas[data-step="100"]').waitFor();
  expect(await inkOf(page, '.region-grid canvas')).not.toEqual(before);
  await grid.getByRole('button', { name: 'Remove the region' }).click();
  await grid.waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('.region-marks .selection').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

it('a region is marked, moved, widened and removed by keyboard', async () => {
  const { page, close } = await browser.open({ hash: EVEN });
  const plane = page.locator('.plane-stage > svg');
  const half = 3.25;
  await takesKeys(page);
  await plane.focus();
  await plane.press('ArrowRight');
  await plane.press('r');
  const area = page.locator('.region-area[tabindex="0"]');
  await area.waitFor();
  const step = (2 * half) / 50;
  const around = (x: number, y: number, right: number, top: number) => ({
    left: expect.closeTo(x - half / 4, 6),
    bottom: expect.closeTo(y - half / 4, 6),
    right: expect.closeTo(right, 6),
    top: expect.closeTo(top, 6),
  });
  expect(await regionOf(page)).toEqual(around(step, 0, step + half / 4, half / 4));
  await plane.press('Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement!.getAttribute('class'))).toBe('region-area');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  expect(await regionOf(page)).toEqual(around(step, step, 2 * step + half / 4, 2 * step + half / 4));
  const label = /^Marked region from \(−0\.68, −0\.68\) to \(1\.07, 1\.07\)\./;
  await expect.poll(() => area.getAttribute('aria-label')).toMatch(label);
  await page.keyboard.press('Delete');
  expect(await regionOf(page)).toBeNull();
  expect(await page.evaluate(() => document.activeElement!.tagName)).toBe('svg');
  // The button, by keyboard, marks one in the middle.
  await page.getByRole('button', { name: /^Mark a region/ }).press('Enter');
  expect(await regionOf(page)).toEqual(around(0, 0, half / 4, half / 4));
  await close();
});

it('on a phone a finger brushes a region and drags its corners, and what is opened from an address is there', async () => {
  const { page, complaints, close } = await browser.open({
    hash: `${EVEN}&rg=-1,-1,1,1&pr=2`,
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    hasTouch: true,
    isMobile: true,
  });
  await page.locator('.region-grid canvas').waitFor();
  await page.locator('.prior-tiles li').nth(15).waitFor();
  expect(await page.evaluate(() => window.lab.prior.drawn)).toBe(2);
  for (const target of ['.prior-tiles button', '.region-tool', '.region-grid button', '.region-marks .handle--ne']) {
    const { width, height } = (await page.locator(target).first().boundingBox())!;
    expect(Math.min(width, height), target).toBeGreaterThan(43.9);
  }
  expect(await objections(page, '.lab-panels')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  await page.locator('.region-tool').tap();
  await page.locator('.region-marks[data-brushing]').waitFor();
  await page.locator('.plane-stage').evaluate((stage) => stage.scrollIntoView({ block: 'start' }));
  const box = await planeBox(page);
  const unit = Number(await page.locator('circle.prior-1').getAttribute('r'));
  const touch = await page.context().newCDPSession(page);
  const swipe = async (...path: [x: number, y: number][]): Promise<void> => {
    for (const [i, [x, y]] of path.entries()) {
      const touchPoints = [{ x: box.x + x * unit, y: box.y - y * unit }];
      await touch.send('Input.dispatchTouchEvent', { type: i === 0 ? 'touchStart' : 'touchMove', touchPoints });
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const scrolled = await page.evaluate(() => scrollY);
  await swipe([-2, 2], [-1, 1], [-0.5, 0.5]);
  const edges = (values: number[]) => {
    const [left, bottom, right, top] = values.map((edge) => expect.closeTo(edge, 1));
    return { left, bottom, right, top };
  };
  expect(await regionOf(page)).toEqual(edges([-2, 0.5, -0.5, 2]));
  await swipe([-0.5, 0.5], [0, 0], [0.5, -0.5]);
  expect(await regionOf(page)).toEqual(edges([-2, -0.5, 0.5, 2]));
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  expect(complaints).toEqual([]);
  await close();
});
