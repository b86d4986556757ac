/** What a reader can open of the page and go to, brought onto it before it is looked at. */
import type { Page } from 'playwright-core';
import { LAYERS } from '../../src/state/planeLayers';
import { mountAll } from '../browser/mountAll';

/** Pins, an image, a region, draws of the prior and every layer of the plane; a sweep that is soon done. */
const ADDRESS = `#v=1&p=-1,0;1,0;0,2&x=17&rg=-1,-1,1,1&pr=0&y=${LAYERS.join(',')}&sw=b:0,1,8:200`;

/** Steps after which a figure of the article no longer looks as it did at first. */
const STEPS = 200;

/** Waits until the first lab has come to a step. */
export async function trainUntil(page: Page, step: number): Promise<void> {
  await page.waitForFunction((goal) => window.lab?.frame != null && window.lab.frame.step >= goal, step, {
    // A busy machine is no failure.
    timeout: 120_000,
  });
}

/** Ends all training, and has nothing train by itself that is scrolled to: pictures take the longer, the more there is to do. */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.page.set({ autoplay: false });
    for (const lab of Object.values(window.labs)) if (lab.store.getState().run !== null) lab.pause();
  });
}

/** Has every figure come, and trains those that have a model a little. */
export async function useAll(page: Page): Promise<void> {
  await mountAll(page);
  await page.evaluate(async (steps) => {
    for (const lab of Object.values(window.labs).slice(1)) await lab.step(steps);
  }, STEPS);
}

/** Opens all panels of the lab, draws on its pad, and goes to the figures below it, of which the sweep begins. */
export async function openEverything(page: Page): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, ADDRESS);
  await page.locator('.region-grid').first().waitFor({ state: 'attached' });
  await page.evaluate(() => {
    window.lab.pad.open(true);
    window.lab.pad.draw(3);
  });
  await page.locator('.drawn-after .outline').waitFor({ state: 'attached' });
  for (const [figure, part] of [
    ['compare', '.compare-side .loss svg'],
    ['sweep', '.sweep-form'],
  ] as const) {
    await page.locator(`#${figure}`).scrollIntoViewIfNeeded();
    await page.locator(`#${figure} ${part}`).first().waitFor();
  }
  await page.locator('#sweep .sweep-form [type=submit]').click();
  await page.locator('.rate-mark').nth(2).waitFor();
  await page.evaluate(() => {
    // The contents would lie over all that follows.
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not(.contents-above)'))
      details.open = true;
    scrollTo(0, 0);
  });
  await page.locator('.questions-body').first().waitFor();
  await page.locator('.slow-images').waitFor();
  await page.locator('.noise-code[data-step]').waitFor();
  await page.locator('.geodesic-way').first().waitFor({ state: 'attached' });
}

/** The dialogs of a figure, by what they are called in a file's name, each open while `look` is awaited. */
export async function lookAtDialogs(page: Page, look: (name: string) => Promise<unknown>): Promise<void> {
  const buttons = page.locator('#lab .share-buttons button[aria-haspopup=dialog]');
  for (let i = 0; i < (await buttons.count()); i++) {
    await buttons.nth(i).click();
    await page.locator('dialog[open] :is(.take, .embed-form)').waitFor();
    await look(`dialog-${i + 1}`);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  }
}

/** The page screen by screen, from its top to its end: all of it is higher than what a browser can draw at once. */
export async function lookThrough(page: Page, look: (name: string) => Promise<unknown>): Promise<void> {
  const screens = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight / innerHeight));
  for (let i = 0; i < screens; i++) {
    await page.evaluate(async (place) => {
      scrollTo({ top: place * innerHeight, behavior: 'instant' });
      for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    }, i);
    await look(`screen-${String(i + 1).padStart(2, '0')}`);
  }
}

/** Figures that stand alone in a frame, by their ids. */
export const FRAMED = ['lab', 'compare', 'sweep'] as const;
