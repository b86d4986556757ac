/**
 * Whatever a reader does with the window, the address, the settings, the plane and files of their own, in whatever
 * order: the page then shows what one that is opened afresh at the same address and in the same window shows, with the
 * same file where there is one; and the run is where it was, unless the reader began another by what they set.
 */
import fc from 'fast-check';
import type { CDPSession, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { LayerName } from '../../src/state/planeLayers';
import type { Settings } from '../../src/state/settings';
import { barImages } from '../support/idx';
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
  | { readonly kind: 'set'; readonly beta: number }
  /** What begins another run, if it is another value than before. */
  | { readonly kind: 'renew'; readonly change: Pick<Partial<Settings>, 'data' | 'size' | 'seed'> }
  | { readonly kind: 'file' }
  | { readonly kind: 'pin'; readonly x: number; readonly y: number }
  | { readonly kind: 'layers'; readonly shown: readonly LayerName[] }
  /** A key on the plane that changes the window of codes. */
  | { readonly kind: 'key'; readonly key: '+' | '-' | '0' }
  /** On the right of the two that are compared, whether it has come into view or not. */
  | { readonly kind: 'right'; readonly beta: number }
  | { readonly kind: 'steps'; readonly count: number };

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
      '#compare',
      '#compare&v=1&compare.b=2',
      '#sweep&v=1&sw=b:0,1:40',
      '#v=1&w=0.5,-0.25,2',
      '#v=1&p=1,1;-1,0.5',
      '#v=1&y=contours',
    ),
  }),
  fc.record({ kind: fc.constant('history' as const), by: fc.constantFrom(-1 as const, 1 as const) }),
  fc.record({ kind: fc.constant('set' as const), beta: fc.constantFrom(0, 1, 4) }),
  fc.record({
    kind: fc.constant('renew' as const),
    change: fc.constantFrom<Pick<Partial<Settings>, 'data' | 'size' | 'seed'>[]>(
      { seed: 1 },
      { seed: 7 },
      { size: 0 },
      { size: 8 },
      { data: 'strokes' },
      { data: 'uci-digits', size: 0 },
    ),
  }),
  fc.constant({ kind: 'file' as const }),
  fc.record({
    kind: fc.constant('pin' as const),
    x: fc.constantFrom(-1, 0.5, 2),
    y: fc.constantFrom(-0.5, 0, 1),
  }),
  fc.record({
    kind: fc.constant('layers' as const),
    shown: fc.constantFrom<(readonly LayerName[])[]>(['points'], ['ellipses', 'contours'], ['ellipses', 'classes']),
  }),
  fc.record({ kind: fc.constant('key' as const), key: fc.constantFrom('+' as const, '-' as const, '0' as const) }),
  fc.record({ kind: fc.constant('right' as const), beta: fc.constantFrom(0.5, 1, 8) }),
  fc.record({ kind: fc.constant('steps' as const), count: fc.constantFrom(1, 4) }),
);

/** The kinds that matter most, in an order in which a run, a file or a setting could be lost. */
const EXAMPLES: [Action[]][] = [
  [
    [
      { kind: 'file' },
      { kind: 'steps', count: 4 },
      { kind: 'address', hash: '#lab' },
      { kind: 'address', hash: '#v=1&b=2' },
      { kind: 'history', by: -1 },
      { kind: 'rotate' },
    ],
  ],
  [
    [
      { kind: 'renew', change: { data: 'strokes' } },
      { kind: 'renew', change: { seed: 7 } },
      { kind: 'address', hash: '#lab' },
      { kind: 'renew', change: { seed: 1 } },
      { kind: 'renew', change: { size: 8 } },
      { kind: 'steps', count: 4 },
      { kind: 'history', by: -1 },
      { kind: 'history', by: 1 },
    ],
  ],
  [
    [
      { kind: 'address', hash: '#compare&v=1&compare.b=2' },
      { kind: 'right', beta: 8 },
      { kind: 'pin', x: -1, y: 0 },
      { kind: 'key', key: '+' },
      { kind: 'address', hash: '#sweep&v=1&sw=b:0,1:40' },
      { kind: 'layers', shown: ['ellipses', 'contours'] },
      { kind: 'history', by: -1 },
      { kind: 'shape', shape: { width: 390, height: 800, density: 2 } },
      { kind: 'steps', count: 4 },
    ],
  ],
];

/** The reader's own file, with labels. */
const FILE = (() => {
  const { images, labels } = barImages(60, 12);
  return [
    { name: 'bars.idx', bytes: [...images] },
    { name: 'bars-labels.idx', bytes: [...labels] },
  ];
})();

const openFile = (page: Page): Promise<void> =>
  page.evaluate(async (files) => {
    await window.lab.loadData(files.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name)));
  }, FILE);

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
        step: window.lab.frame!.step,
        data: (({ name, n, width, height, labels }) => ({ name, n, width, height, labels: [...(labels ?? [])] }))(
          window.lab.dataset!,
        ),
        language: document.documentElement.lang,
        theme: document.documentElement.dataset.theme,
        plane: box('.plane-stage'),
        drawing: box('.plane-stage > svg'),
        grid: box('.grid canvas'),
        loss: box('.loss svg'),
        bitmaps: [bitmap('.plane-canvas canvas'), bitmap('.grid canvas'), bitmap('.strip canvas')],
        circle: ['cx', 'cy', 'r'].map((name) => Math.round(Number(circle?.getAttribute(name)))),
        pins: window.lab.pins.all.map(({ name, x, y }) => `${name} ${x.toFixed(2)} ${y.toFixed(2)}`),
        layers: window.lab.layers.shown,
        pair: ['compare', 'compare.right'].map((id) => window.labs[id]!.settings),
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

/** Where the model comes to from the beginning: of images and settings that only the worker has, too. */
const codesOf = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    await window.lab.reset();
    return [...(await window.lab.step(3)).mu];
  });

it('the page shows what a fresh one shows, and the run is where it was', { timeout: 240_000 }, async () => {
  const first: Shape = { width: 1280, height: 800, density: 1 };
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 8 }), async (actions) => {
      const { page, complaints, close } = await browser.open({ hash: '#v=1&play=0&e=simd' });
      const cdp = await page.context().newCDPSession(page);
      await page.locator('.loss svg').waitFor();
      await page.evaluate(() => window.lab.step(5));
      let shape = first;
      let step = 5;
      let data: string = 'uci-digits';
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
            await page.evaluate(async (by) => {
              // Not off the page.
              if (!(by < 0 ? navigation.canGoBack : navigation.canGoForward)) return;
              await new Promise((resolve) => {
                addEventListener('popstate', resolve, { once: true });
                history.go(by);
              });
            }, each.by);
            break;
          case 'set':
            await page.evaluate((beta) => window.lab.set({ beta }), each.beta);
            break;
          case 'renew': {
            const another = await page.evaluate(async (change) => {
              const before = window.lab.settings;
              await window.lab.set(change);
              return Object.entries(change).some(([key, value]) => before[key as keyof Settings] !== value);
            }, each.change);
            if (another) step = 0;
            data = each.change.data ?? data;
            // From then on the entry of the history names it: Back must not bring it back.
            if (each.change.seed === 7) await page.waitForFunction(() => location.hash.includes('r=7'));
            break;
          }
          case 'file':
            await openFile(page);
            step = 0;
            data = 'file';
            break;
          case 'pin':
            await page.evaluate(({ x, y }) => void window.lab.pins.add(x, y), each);
            break;
          case 'layers':
            await page.evaluate((shown) => window.lab.layers.show(shown), each.shown);
            break;
          case 'key':
            await page.locator('#lab .plane-stage > svg').press(each.key);
            break;
          case 'right':
            await page.evaluate((beta) => window.labs['compare.right']!.set({ beta }), each.beta);
            break;
          case 'steps':
            await page.evaluate((count) => window.lab.step(count), each.count);
            step += each.count;
        }
        await reshape(cdp, shape);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      await expect.poll(() => page.evaluate(() => window.lab.frame!.step)).toBe(step);
      const after = await seen(page);
      expect([after.step, after.settings.data]).toEqual([step, data]);
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
      if (data === 'file') await openFile(fresh.page);
      await fresh.page.evaluate((count) => window.lab.step(count), step);
      expect(await seen(fresh.page)).toEqual(after);
      expect(await codesOf(fresh.page)).toEqual(await codesOf(page));
      expect([...complaints, ...fresh.complaints]).toEqual([]);
      await fresh.close();
      await close();
    }),
    { seed: 91, numRuns: 10, examples: EXAMPLES, interruptAfterTimeLimit: 200_000, markInterruptAsFailure: false },
  );
});
