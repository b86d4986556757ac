/** The timeline: back to a moment, on from there, and back again, as a reader does it. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { objections } from './objections';
import { STILL, useBrowser } from './site';

const browser = useBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Trains points for 200 steps, and ellipses for 200 more. */
async function train(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { lab } = window;
    await lab.step(200);
    await lab.set({ beta: 1, noiseScale: 1 });
    await lab.step(200);
  });
  await page.locator('.timeline[data-shown="400"]').waitFor();
}

const slider = (page: Page) => page.getByRole('slider', { name: 'Timeline' });
const shown = (page: Page): Promise<number> => page.evaluate(() => window.lab.frame!.step);
const arrived = (page: Page, step: number) => page.locator(`.timeline[data-shown="${step}"]`).waitFor();

/** What is on the page that belongs to one moment. */
const seen = (page: Page) =>
  page.evaluate(async () => ({
    counter: document.querySelector('.counters')!.getAttribute('data-step'),
    coverage: document.querySelector('.coverage b')!.textContent,
    beta: window.lab.settings.beta,
    mu: [...window.lab.frame!.mu.slice(0, 20)],
    decoded: [...(await window.lab.decode([0, 0, 1, -1]))],
  }));

describe('by keyboard', () => {
  it('every moment can be gone to, with what is shown of it and the settings of then', async () => {
    const { page, complaints, close } = await browser.open({ hash: `${STILL}&e=simd` });
    await page.locator('.grid canvas[data-step="0"]').waitFor();
    const first = await seen(page);
    await train(page);
    const last = await seen(page);
    await slider(page).focus();
    await page.keyboard.press('Home');
    await arrived(page, 0);
    await page.locator('.grid canvas[data-step="0"]').waitFor();
    expect(await seen(page)).toEqual(first);
    await page.getByText(`You see step 0, with the settings of then. The training has come to step 400.`).waitFor();
    expect(await slider(page).getAttribute('aria-valuetext')).toBe('step 0 of 400');
    await page.locator('.loss .curve-at').waitFor({ state: 'attached' });
    // To the moment at which β and σ were set, which says so; and to the one before it.
    await page.keyboard.press('PageUp');
    await arrived(page, 200);
    await expect.poll(() => page.locator('.timeline output').textContent()).toBe('step 200 · β 0 → 1, σ 0 → 1 (VAE)');
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => window.lab.frame!.step < 200);
    expect(await shown(page)).toBeGreaterThan(150);
    expect(await page.evaluate(() => window.lab.settings.beta)).toBe(0);
    await page.keyboard.press('End');
    await arrived(page, 400);
    await page.locator('.grid canvas[data-step="400"]').waitFor();
    expect(await seen(page)).toEqual(last);
    await expect.poll(() => page.locator('.timeline-past').count()).toBe(0);
    await page.locator('.loss .curve-at').waitFor({ state: 'detached' });
    // The plane follows the thumb while that is held.
    const { x, y, width, height } = (await slider(page).boundingBox())!;
    const drag = async (share: number): Promise<number> => {
      const before = Number(await page.locator('.plane-stage > svg').getAttribute('data-step'));
      await page.mouse.move(x + share * width, y + height / 2);
      await page.locator(`.plane-stage > svg:not([data-step="${before}"])`).waitFor();
      return before;
    };
    await page.mouse.move(x + width - 10, y + height / 2);
    await page.mouse.down();
    expect(await drag(0.6)).toBe(400);
    const [held, back] = [await drag(0.3), await drag(0.6)];
    expect(held).toBeGreaterThan(back);
    expect(back).toBeGreaterThan(0);
    await page.mouse.up();
    // An engine that is changed and weights that are loaded are events, too, and so is where β and σ glide.
    const events = () => page.locator('.timeline-events li').allTextContents();
    await page.evaluate(async () => {
      const { lab } = window;
      await lab.timeline.newest();
      await lab.set({ engine: 'webgl' });
      await lab.step(10);
    });
    await page.getByText(/^Events/).click();
    await expect.poll(async () => (await events()).at(-1)).toBe('Step 400: engine changed to WebGL');
    await page.getByRole('button', { name: 'Turn ellipses into points' }).click();
    await page.waitForFunction(() => window.lab.settings.noiseScale === 0);
    await page.evaluate(() => window.lab.step(1));
    // It trains on meanwhile; a busy machine may take it for two gestures.
    await expect.poll(async () => (await events()).at(-1)).toMatch(/→ 0, σ [\d.]+ → 0 \(autoencoder\)$/);
    await expect.poll(() => page.locator('.timeline-event').count()).toBe((await events()).length);
    await page.evaluate(async () => {
      await window.lab.load(await window.lab.save());
      await window.lab.step(1);
    });
    await expect.poll(events).toEqual([expect.stringMatching(/^Step [\d,]+: weights loaded$/)]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('leads on from the past, and back to what was left', async () => {
    const { page, complaints, close } = await browser.open({ hash: `${STILL}&e=simd&f=0` });
    await train(page);
    await slider(page).press('PageDown');
    await arrived(page, 200);
    await page.getByRole('button', { name: 'Continue from here' }).click();
    // What had the focus is gone: it is on the line.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('range');
    await page.waitForFunction(() => window.lab.timeline.at === null && window.lab.frame!.step > 450);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.waitForFunction(() => window.lab.frame!.training === false);
    const branch = await shown(page);
    const steps = await page.evaluate(() => window.lab.history.points.map(({ step }) => step));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    await page.getByText('Events (2)').click();
    await expect
      .poll(() => page.locator('.timeline-events li').allTextContents())
      .toEqual(['Step 200: β 0 → 1, σ 0 → 1 (VAE)', 'Step 200: continued from here']);
    await page.getByRole('button', { name: 'Return to the other branch' }).click();
    await arrived(page, 400);
    await page.getByRole('button', { name: 'Return to the other branch' }).click();
    await arrived(page, branch);
    // Events lead to their moments.
    await page.getByRole('button', { name: 'Step 200: continued from here' }).click();
    await arrived(page, 200);
    expect(await objections(page, '.timeline')).toEqual([]);
    await page.getByRole('button', { name: 'Back to the newest' }).click();
    await arrived(page, branch);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('by touch, on a phone', () => {
  it('a tap on the line goes to a moment, the film shows all of them, and everything can be hit', async () => {
    const { page, complaints, close } = await browser.open({ hash: `${STILL}&e=simd`, ...PHONE });
    await train(page);
    const line = slider(page);
    await line.scrollIntoViewIfNeeded();
    const box = (await line.boundingBox())!;
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction(() => window.lab.timeline.at !== null);
    const at = await shown(page);
    expect(at).toBeGreaterThan(5);
    expect(at).toBeLessThan(399);
    await arrived(page, at);
    for (const target of await page.locator('.timeline :is(button, select, summary, input)').all()) {
      const { height } = (await target.boundingBox())!;
      expect(height, (await target.textContent()) ?? '').toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole('button', { name: 'Back to the newest' }).tap();
    await arrived(page, 400);
    await page.evaluate(() => {
      const steps: number[] = [];
      window.lab.on('frame', ({ step }) => {
        if (window.lab.timeline.store.getState().film === 'on') steps.push(step);
      });
      Object.assign(window, { steps });
    });
    await page.getByLabel('Length of the film').selectOption('60');
    await page.getByRole('button', { name: 'Play back' }).tap();
    await page.waitForFunction(() => (window as unknown as { steps: number[] }).steps.length > 4);
    await page.getByRole('button', { name: 'Pause the film' }).tap();
    // A film that rests is a way to a moment, as the slider is.
    await page.getByRole('button', { name: 'Continue from here' }).waitFor();
    // The newest moment may have been asked for once more before.
    const film = await page.evaluate(() =>
      (window as unknown as { steps: number[] }).steps.filter((step) => step < 400),
    );
    expect(film).toEqual(film.toSorted((a, b) => a - b));
    expect(film[0]).toBeLessThan(50);
    await page.getByRole('button', { name: 'Go on with the film' }).tap();
    await page.getByRole('button', { name: 'Stop the film here' }).tap();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Play back');
    expect(await page.evaluate(() => window.lab.timeline.at)).not.toBeNull();
    await page.getByRole('button', { name: 'Back to the newest' }).tap();
    await arrived(page, 400);
    await page.getByLabel('Length of the film').selectOption('5');
    await page.getByRole('button', { name: 'Play back' }).tap();
    await page.waitForFunction(() => window.lab.timeline.at !== null);
    await page.waitForFunction(() => window.lab.timeline.store.getState().film === 'off');
    await arrived(page, 400);
    expect(await page.evaluate(() => window.lab.timeline.at)).toBeNull();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a branch follows the run that was', () => {
  it.each([
    ['simd', { viewport: { width: 1280, height: 800 } }],
    ['webgl', PHONE],
  ] as const)('on %s', async (engine, options) => {
    const hash = `${STILL}&b=0.7&s=0.8&r=3&e=${engine}&q=full&l=gaussian-learned`;
    const { page, complaints, close } = await browser.open({ hash, ...options });
    const { stayed, branched, from } = await page.evaluate(async () => {
      const { lab } = window;
      const goal = 70;
      const numbers = async () => {
        const { mu, sigma, lower, losses, step, epoch } = await lab.step(1);
        const { values, first, second } = await lab.save();
        return { step, epoch, losses, arrays: [mu, sigma, lower!, values, first, second].map((array) => [...array]) };
      };
      await lab.step(30);
      await lab.set({ beta: 2 });
      await lab.step(goal - 31);
      const run = await numbers();
      await lab.set({ beta: 5, learningRate: 0.02 });
      await lab.step(50);
      // In an epoch of 25 batches: the order of the images and the noise are those of then.
      const moment = await lab.timeline.travel(44);
      await lab.step(goal - 1 - moment.step);
      return { stayed: run, branched: await numbers(), from: moment.step };
    });
    expect(from).toBeGreaterThan(35);
    expect(from).toBeLessThan(60);
    expect([branched.step, branched.epoch]).toEqual([stayed.step, stayed.epoch]);
    if (engine === 'simd') expect(branched).toEqual(stayed);
    stayed.arrays.forEach((array, i) => {
      const scale = Math.max(...array.map(Math.abs));
      const apart = Math.max(...array.map((value, k) => Math.abs(value - branched.arrays[i]![k]!)));
      expect(apart / scale).toBeLessThan(1e-5);
    });
    expect(complaints).toEqual([]);
    await close();
  });
});

it('has nothing that axe objects to, in the past, in Chinese and in the dark', async () => {
  const { page, close } = await browser.open({ hash: `${STILL}&e=simd`, ...PHONE, locale: 'zh-CN' });
  await train(page);
  await page.evaluate(() => window.lab.timeline.travel(100));
  await page.locator('.timeline-past').waitFor();
  await page.locator('.timeline-events summary').click();
  expect(await objections(page, '.timeline')).toEqual([]);
  await close();
});
