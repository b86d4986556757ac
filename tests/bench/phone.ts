/** The page where a phone is slow: a narrow screen of many pixels, and a main thread that has a quarter of its time. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { trainFor } from '../browser/site';
import { median } from './alternate';
import { type Felt, feltOf, noteTasks, percentile95 } from './felt';
import { OPENINGS, open, WATCHED, watch } from './page';

/** By how much the main thread is slowed down. */
export const SLOWED = 4;

const SCREEN: BrowserContextOptions = {
  viewport: { width: 390, height: 800 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
};

const HASH = '#v=1&b=1&s=1';

/** Seconds of training in which the page finds how much it can draw. */
const FOUND = 6;

/** Moves of the slider, and ms from one to the next. */
const MOVES = 40;
const REST = 120;

export interface Phone extends Felt {
  /** Seconds from navigation to the first frame. */
  readonly firstFrame: number;
  readonly framesPerSecond: number;
  /** What is drawn by then, as the page has found it: posteriors at most, pixels for one of CSS, pace of the rest. */
  readonly detail: string;
  /** Ms from each input of the slider of β to the paint of the first frame that was trained with it: 95th percentile. */
  readonly slider: number;
}

/** Moves the slider of β by its keys, there and back. @returns ms from each input to the paint of a frame with its β */
async function slide(page: Page): Promise<number[]> {
  const selector = '.slider-large[data-hue="prior"] input';
  await page.locator(selector).first().focus();
  const delays = await page.evaluateHandle((slider) => {
    const found: number[] = [];
    const since: { time: number; beta: number }[] = [];
    document.querySelector(slider)!.addEventListener('input', ({ timeStamp }) => {
      // When the setting has been changed by it.
      setTimeout(() => since.push({ time: timeStamp, beta: window.lab.settings.beta }));
    });
    window.lab.on('frame', ({ beta }) => {
      const at = since.findLastIndex((asked) => asked.beta === beta);
      const answered = since.splice(0, at + 1);
      window.afterPaint(() => found.push(...answered.map(({ time }) => performance.now() - time)));
    });
    return found;
  }, selector);
  for (let i = 0; i < MOVES; i++) {
    await page.keyboard.press(i < MOVES / 2 ? 'ArrowLeft' : 'ArrowRight');
    await page.waitForTimeout(REST);
  }
  await page.waitForTimeout(500);
  return delays.jsonValue();
}

export async function watchPhone(browser: Browser, siteUrl: string): Promise<Phone> {
  const slow = async (page: Page): Promise<void> => {
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  };
  const firsts: number[] = [];
  for (let i = 1; i < OPENINGS; i++) {
    const { context, page } = await open(browser, siteUrl + HASH, SCREEN, slow);
    firsts.push(await page.evaluate(() => window.firstFrame!));
    await context.close();
  }
  const { context, page } = await open(browser, siteUrl + HASH, SCREEN, slow);
  firsts.push(await page.evaluate(() => window.firstFrame!));
  await trainFor(page, 100);
  await page.waitForTimeout(1000 * FOUND);
  const { frames, tasks } = await watch(page);
  const detail = await page.evaluate(() => {
    const { most, ratio, pace } = window.lab.store.getState().detail;
    return `${most ?? 'all'}, ${Number.isFinite(ratio) ? ratio : 'all'}, ×${pace}`;
  });
  const ended = await noteTasks(page);
  const slider = percentile95(await slide(page));
  const felt = feltOf([...tasks, ...(await ended())]);
  await context.close();
  return { firstFrame: median(firsts) / 1000, framesPerSecond: frames / WATCHED, detail, slider, ...felt };
}
