/** A page that cannot keep up draws less while it trains, says so, and draws all of it at rest. */
import { expect, inject, it } from 'vitest';
import { drawnWords } from '../../src/text/drawn';
import { useBrowser } from './site';

const browser = useBrowser();

/** What the plane shows. */
interface Shown {
  readonly stride: number;
  readonly note: string | null;
  /** Pixels a side of the plane, and of the grid. */
  readonly pixels: number;
  readonly grid: number;
}

it.each(['en', 'zh'] as const)('on a phone whose processor is slow (%s)', async (language) => {
  const { page, complaints, close } = await browser.open({
    url: inject('siteUrl') + (language === 'en' ? '' : 'zh/'),
    hash: '#v=1&b=1&s=1&e=simd',
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 3,
    isMobile: true,
    hasTouch: true,
  });
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 12 });
  const shown = (): Promise<Shown> =>
    page.evaluate(() => ({
      stride: window.lab.frame!.stride,
      note: document.querySelector('.drawn-share')?.textContent ?? null,
      pixels: document.querySelector<HTMLCanvasElement>('.plane-canvas canvas')!.width,
      grid: document.querySelector<HTMLCanvasElement>('.grid canvas')!.width,
    }));
  await expect.poll(async () => (await shown()).stride, { timeout: 60_000 }).toBeGreaterThan(1);
  const said = drawnWords[language];
  await expect.poll(async () => (await shown()).note, { timeout: 20_000 }).toContain(said.untilRest);
  const side = (selector: string): Promise<number> =>
    page.evaluate((found) => document.querySelector(found)!.getBoundingClientRect().width, selector);
  const grid = await side('.grid canvas');
  await expect.poll(async () => (await shown()).grid, { timeout: 20_000 }).toBeLessThan(2.5 * grid);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.evaluate(() => window.lab.pause());
  const width = await side('.plane-stage');
  await expect
    .poll(shown, { timeout: 20_000 })
    .toEqual({ stride: 1, note: null, pixels: Math.round(3 * width), grid: Math.round(3 * grid) } satisfies Shown);
  expect(complaints).toEqual([]);
  await close();
});
