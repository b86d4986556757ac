/** What a reader does with the page between faults, by the hour. */
import type { Random } from '../../src/math/random';
import type { FaultContext } from './faults';

export interface Action {
  readonly name: string;
  /** Whether another run begins with it, or may. */
  readonly renews?: boolean;
  act(context: FaultContext, random: Random): Promise<void>;
}

const pick = <T>(values: readonly T[], random: Random): T => values[random.below(values.length)]!;

const settled = ({ page }: FaultContext): Promise<unknown> =>
  page.waitForFunction(() => {
    const { run, starting } = window.lab.store.getState();
    return run !== null && !starting;
  });

const resizing = (widths: readonly number[], heights: readonly number[], densities: readonly number[]): Action => ({
  name: 'resize',
  async act({ cdp }, random) {
    await cdp.send('Emulation.setDeviceMetricsOverride', {
      width: pick(widths, random),
      height: pick(heights, random),
      deviceScaleFactor: pick(densities, random),
      mobile: false,
    });
  },
});

/** Those between two faults: no other run begins with them, and windows are small, as a thousand faults take long enough. */
export const ACTIONS: readonly Action[] = [
  resizing([390, 500, 700], [420, 500, 600], [1]),
  {
    name: 'address',
    async act({ page }, random) {
      const hash = pick(
        [
          '#lab',
          '#v=1&b=2&s=1',
          '#v=1&b=1&s=1.2',
          '#v=1&w=0.5,-0.25,2',
          '#v=1&p=1,1;-1,0.5',
          '#v=1&y=contours',
          '#nowhere',
        ],
        random,
      );
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
    },
  },
  {
    name: 'sliders',
    async act({ page }, random) {
      const change = { beta: pick([0.5, 1, 4], random), noiseScale: pick([0.5, 1], random) };
      await page.evaluate((to) => window.lab.set(to), change);
    },
  },
  {
    name: 'layers',
    async act({ page }, random) {
      const shown = pick(
        [['points'], ['ellipses', 'contours'], ['ellipses', 'density'], ['ellipses', 'classes']] as const,
        random,
      );
      await page.evaluate((to) => window.lab.layers.show(to), shown);
    },
  },
  {
    name: 'hide and show',
    async act({ page }) {
      for (const state of ['hidden', 'visible'] as const) {
        await page.evaluate((now) => {
          Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
          document.dispatchEvent(new Event('visibilitychange'));
        }, state);
        await page.waitForTimeout(200);
      }
    },
  },
];

/** Those of a whole hour: what begins other runs, too, and figures further down. */
export const LONG_ACTIONS: readonly Action[] = [
  ...ACTIONS.filter(({ name }) => name !== 'resize'),
  resizing([390, 700, 1024, 1280, 1900], [600, 800, 1200], [1, 1.5, 2]),
  {
    name: 'engine',
    async act(context, random) {
      const engine = pick(['simd', 'webgl', 'auto'] as const, random);
      await context.page.evaluate((to) => window.lab.set({ engine: to }), engine);
    },
  },
  {
    name: 'data',
    renews: true,
    async act(context, random) {
      const change = { data: pick(['uci-digits', 'strokes', 'shapes'], random) } as { data: 'strokes' };
      await context.page.evaluate(
        (to) =>
          window.lab.set(to).catch((error: Error) => {
            if (error.name !== 'AbortError') throw error;
          }),
        change,
      );
      await settled(context);
    },
  },
  {
    name: 'model',
    renews: true,
    async act(context, random) {
      const change = { seed: 1 + random.below(9), hidden: pick([[64], [128], [32, 32]], random) };
      await context.page.evaluate((to) => window.lab.set(to), change);
      await settled(context);
    },
  },
  {
    name: 'scroll through',
    async act({ page }, random) {
      for (const place of [random.uniform(), random.uniform(), 0]) {
        await page.evaluate((share) => window.scrollTo(0, share * document.body.scrollHeight), place);
        await page.waitForTimeout(400);
      }
    },
  },
  {
    name: 'timeline',
    async act({ page }) {
      await page.evaluate(async () => {
        const { timeline } = window.lab;
        const { moments } = timeline;
        if (moments.length < 2) return;
        await timeline.travel(moments[Math.floor(moments.length / 2)]!.step);
        await timeline.newest();
        window.lab.play();
      });
    },
  },
  {
    name: 'language and theme',
    async act({ page }, random) {
      const to = `#lang=${pick(['en', 'zh'], random)}&theme=${pick(['light', 'dark'], random)}`;
      await page.evaluate((hash) => {
        location.hash = hash;
      }, to);
    },
  },
];
