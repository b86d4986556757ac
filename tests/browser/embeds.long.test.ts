/** Twenty figures in one post, each in a frame that knows nothing of the others. */
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { aliveContexts, watchContexts } from './contexts';
import { cpuTimesOfTasks } from './cpuTime';
import { script, trainers, trains, usePosts } from './posts';
import { pretendHardware } from './scenarios';

const FIGURES = 20;

/** CSS pixels of a turn of the wheel. */
const WHEEL = 240;

const { post } = usePosts();

/** The figures of a post, one below the other. */
const POST =
  script() +
  Array.from(
    { length: FIGURES },
    (_, i) => `<vae-geometry panels="plane" beta="1" sigma="1" seed="${i}" style="max-width: 560px"></vae-geometry>`,
  ).join('\n');

it('twenty of them, scrolled through by wheel from end to end and back: no task computes for over 50 ms', async () => {
  const { page, close } = await post(POST);
  await page.waitForFunction(() => customElements.get('vae-geometry') !== undefined);
  // Beside the figures: over a plane the wheel zooms.
  await page.mouse.move(900, 400);
  const tasks = await cpuTimesOfTasks(page, async () => {
    for (const turn of [WHEEL, -WHEEL]) {
      const edge = (): Promise<boolean> =>
        page.evaluate(
          (down) => (down ? scrollY + innerHeight >= document.documentElement.scrollHeight - 1 : scrollY === 0),
          turn > 0,
        );
      // A turn of the wheel at each picture of the post.
      do {
        await page.mouse.wheel(0, turn);
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      } while (!(await edge()));
    }
  });
  expect(tasks.length).toBeGreaterThan(1000);
  expect(Math.max(...tasks)).toBeLessThanOrEqual(50);
  await close();
});

it('twenty of them: those that are seen train, all others rest and soon have neither worker nor graphics', async () => {
  const { page, complaints, close } = await post(POST, {
    before: async (made) => {
      await pretendHardware(made);
      await watchContexts(made);
    },
  });
  /** The frame of every figure that has been loaded, by the figure's number. */
  const frames = async (): Promise<Map<number, Frame>> => {
    const elements = await page.locator('vae-geometry iframe').elementHandles();
    const found = new Map<number, Frame>();
    for (const [i, element] of elements.entries()) {
      const frame = await element.contentFrame();
      if (frame?.url().includes('embed.html')) found.set(i, frame);
    }
    return found;
  };
  const visible = (): Promise<number[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('vae-geometry')].flatMap((element, i) => {
        const { top, bottom } = element.getBoundingClientRect();
        return bottom > 0 && top < innerHeight ? [i] : [];
      }),
    );
  const outOfSight = async (): Promise<Frame[]> => {
    const seen = await visible();
    return [...(await frames())].filter(([i]) => !seen.includes(i)).map(([, frame]) => frame);
  };
  await page.waitForFunction(() => customElements.get('vae-geometry') !== undefined);
  const reached = new Map<number, number>();
  for (const [pass, stride] of [
    [1, 1],
    [2, 5],
  ] as const) {
    for (let i = 0; i < FIGURES; i += stride) {
      await page.evaluate((at) => document.querySelectorAll('vae-geometry')[at]!.scrollIntoView(), i);
      await expect.poll(async () => (await frames()).has(i)).toBe(true);
      const frame = (await frames()).get(i)!;
      // It goes on from where it was left, and further.
      await trains(frame, 2);
      const step = await frame.evaluate(() => window.lab.frame!.step);
      expect(step, `figure ${i}, pass ${pass}`).toBeGreaterThan(reached.get(i) ?? 0);
      reached.set(i, step);
      await expect
        .poll(async () => {
          const training = (await outOfSight()).map((one) => one.evaluate(() => window.lab?.frame?.training === true));
          return (await Promise.all(training)).filter(Boolean).length;
        })
        .toBe(0);
    }
  }
  await expect.poll(async () => trainers(page) - (await visible()).length).toBeLessThanOrEqual(0);
  await expect
    .poll(async () => Math.max(...(await Promise.all((await outOfSight()).map(aliveContexts)))))
    .toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
  await close();
});
