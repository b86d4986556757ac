/**
 * Whatever a reader does with the window and the address, in whatever order: the page then shows what one that is opened
 * afresh at the same address and in the same window shows, and the run is where it was.
 */
import fc from 'fast-check';
import type { CDPSession, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser } from './site';

const browser = useBrowser();

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly density: number;
}

type Action =
  | { readonly kind: 'shape'; readonly shape: Shape }
  | { readonly kind: 'rotate' }
  | { readonly kind: 'zoom'; readonly by: number }
  | { readonly kind: 'address'; readonly hash: string }
  | { readonly kind: 'history'; readonly by: -1 | 1 }
  | { readonly kind: 'set'; readonly beta: number };

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constant('shape' as const),
    shape: fc.record({
      width: fc.constantFrom(300, 390, 700, 1024, 1280, 1900),
      height: fc.constantFrom(420, 800, 1200),
      density: fc.constantFrom(1, 1.5, 2, 3),
    }),
  }),
  fc.constant({ kind: 'rotate' as const }),
  fc.record({ kind: fc.constant('zoom' as const), by: fc.constantFrom(0.5, 0.8, 1.25, 2) }),
  fc.record({
    kind: fc.constant('address' as const),
    hash: fc.constantFrom(
      '#lab',
      '#nowhere',
      '#v=1&b=2',
      '#v=1&s=1.2&lang=zh',
      '#v=1&b=-1&wat=3',
      '#theme=dark',
      '#lab&v=1&b=0.5',
      '#',
      '#lang=en&theme=light',
    ),
  }),
  fc.record({ kind: fc.constant('history' as const), by: fc.constantFrom(-1 as const, 1 as const) }),
  fc.record({ kind: fc.constant('set' as const), beta: fc.constantFrom(0, 1, 4) }),
);

/** Changes width, height and density of a window in place, as a reader's window does. */
async function reshape(cdp: CDPSession, { width, height, density }: Shape): Promise<void> {
  await cdp.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: density, mobile: false });
}

/** What must be the same on a page that is opened afresh. */
async function seen(page: Page) {
  // What is out of sight is not drawn.
  await page.evaluate(() => document.querySelector('.plane-stage')!.scrollIntoView());
  // Sizes follow in the frame after next; so do the words of another language.
  const read = () =>
    page.evaluate(() => {
      const box = (selector: string): number[] => {
        const element = document.querySelector(selector);
        if (element === null) return [];
        const { width, height } = element.getBoundingClientRect();
        return [Math.round(width * 10) / 10, Math.round(height * 10) / 10];
      };
      const bitmap = (selector: string): number[] => {
        const canvas = document.querySelector<HTMLCanvasElement>(selector);
        return canvas === null ? [] : [canvas.width, canvas.height];
      };
      const circle = document.querySelector('circle.prior-1');
      return {
        settings: window.lab.settings,
        page: window.page.settings,
        data: window.lab.dataset!.name,
        language: document.documentElement.lang,
        theme: document.documentElement.dataset.theme,
        plane: box('.plane-stage'),
        drawing: box('.plane-stage > svg'),
        grid: box('.grid canvas'),
        loss: box('.loss svg'),
        bitmaps: [bitmap('.plane-canvas canvas'), bitmap('.grid canvas'), bitmap('.strip canvas')],
        circle: circle === null ? null : Math.round(Number(circle.getAttribute('r'))),
        sideways: Math.max(0, document.documentElement.scrollWidth - innerWidth),
      };
    });
  let last = await read();
  await expect
    .poll(async () => {
      for (let i = 0; i < 4; i++) await page.evaluate(() => new Promise(requestAnimationFrame));
      const before = last;
      last = await read();
      return JSON.stringify(before) === JSON.stringify(last) && last.bitmaps.every((size) => size.length === 2);
    })
    .toBe(true);
  return last;
}

it('the page shows what a fresh one shows, and the run is where it was', { timeout: 240_000 }, async () => {
  const first: Shape = { width: 1280, height: 800, density: 1 };
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 8 }), async (actions) => {
      const { page, complaints, close } = await browser.open({ hash: '#v=1&play=0&e=simd' });
      const cdp = await page.context().newCDPSession(page);
      await page.locator('.loss svg').waitFor();
      await page.evaluate(() => window.lab.step(5));
      let shape = first;
      for (const each of actions) {
        switch (each.kind) {
          case 'shape':
            shape = each.shape;
            break;
          case 'rotate':
            shape = { ...shape, width: Math.max(300, shape.height), height: shape.width };
            break;
          case 'zoom':
            shape = {
              width: Math.min(2400, Math.max(300, Math.round(shape.width / each.by))),
              height: Math.round(shape.height / each.by),
              density: Math.min(4, Math.max(0.5, shape.density * each.by)),
            };
            break;
          case 'address':
            await page.evaluate((hash) => {
              location.hash = hash;
            }, each.hash);
            break;
          case 'history':
            // Not off the page.
            if (each.by === 1 || (await page.evaluate(() => history.length)) > 2) {
              await page.evaluate((by) => history.go(by), each.by);
            }
            break;
          case 'set':
            await page.evaluate((beta) => window.lab.set({ beta }), each.beta);
        }
        await reshape(cdp, shape);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      const after = await seen(page);
      expect(await page.evaluate(() => window.lab.frame!.step)).toBe(5);
      expect(after.sideways).toBe(0);
      // Whoever asks for a link gets it from the address bar, which is brought up to date for it.
      const hash = await page.evaluate(() => {
        document.querySelector<HTMLElement>('.share')!.click();
        return location.hash;
      });

      const fresh = await browser.open({
        hash,
        before: async (made) => {
          const session = await made.context().newCDPSession(made);
          await reshape(session, shape);
        },
      });
      await fresh.page.locator('.loss svg').waitFor();
      await fresh.page.evaluate(() => window.lab.step(5));
      expect(await seen(fresh.page)).toEqual(after);
      expect([...complaints, ...fresh.complaints]).toEqual([]);
      await fresh.close();
      await close();
    }),
    { seed: 91, numRuns: 8, interruptAfterTimeLimit: 200_000, markInterruptAsFailure: false },
  );
});
