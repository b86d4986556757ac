/** What a reader does with the page, and how soon it is seen: the timeline is scrubbed, and drawn on the pad. */
import type { Browser, Page } from 'playwright-core';
import { trainFor } from '../browser/site';
import { type Felt, feltOf, noteTasks, percentile95 } from './felt';
import { open } from './page';

/** Moves of a hand, and ms from one to the next. */
const MOVES = 50;
const REST = 60;

/** Seconds of what goes on by itself. */
const SECONDS = 6;

export interface Handled extends Felt {
  readonly scene: string;
  /** Ms from an input to the paint of what came of it: the 95th percentile; null where nothing is done by hand. */
  readonly delay: number | null;
}

interface Scene {
  readonly name: string;
  readonly hash: string;
  /** Brings the page to where it is watched. */
  prepare(page: Page): Promise<unknown>;
  /** @returns ms from each input to its paint; null where nothing is done by hand */
  act(page: Page): Promise<number[] | null>;
}

/** Moves a mouse that is down along an element, there and back, by shares of its width and height. */
async function drag(page: Page, selector: string, place: (share: number) => [number, number]): Promise<void> {
  const box = (await page.locator(selector).boundingBox())!;
  const to = (i: number): [number, number] => {
    const [x, y] = place((1 - Math.cos((2 * Math.PI * i) / MOVES)) / 2);
    return [box.x + x * box.width, box.y + y * box.height];
  };
  await page.mouse.move(...to(0));
  await page.mouse.down();
  for (let i = 1; i <= MOVES; i++) {
    await page.mouse.move(...to(i));
    await page.waitForTimeout(REST);
  }
  await page.mouse.up();
}

/** Goes on by itself for a while. */
async function wait(page: Page): Promise<null> {
  await page.waitForTimeout(1000 * SECONDS);
  return null;
}

/** Ms from each input of the timeline's slider to the paint of the first frame that came after it. */
async function scrub(page: Page): Promise<number[]> {
  await page.locator('.timeline input').scrollIntoViewIfNeeded();
  const delays = await page.evaluateHandle(() => {
    const found: number[] = [];
    const since: number[] = [];
    const input = document.querySelector<HTMLInputElement>('.timeline input')!;
    let said = '';
    input.addEventListener('input', ({ timeStamp }) => {
      // When React has rendered: an input that leads to the same moment asks for nothing.
      setTimeout(() => {
        if (input.ariaValueText !== said) since.push(timeStamp);
        said = input.ariaValueText!;
      });
    });
    window.lab.on('frame', () => {
      const answered = since.splice(0);
      window.afterPaint(() => found.push(...answered.map((time) => performance.now() - time)));
    });
    return found;
  });
  await drag(page, '.timeline input', (share) => [0.98 - 0.96 * share, 0.5]);
  await page.waitForTimeout(300);
  return delays.jsonValue();
}

/** Ms from each move of the pen to the paint of a frame that is about what was drawn by then, or after. */
async function draw(page: Page): Promise<number[]> {
  await page.locator('.draw-pad').scrollIntoViewIfNeeded();
  const delays = await page.evaluateHandle(() => {
    const found: number[] = [];
    const drawn: { time: number; image: Float32Array }[] = [];
    document.querySelector('.draw-pad')!.addEventListener('pointermove', ({ timeStamp }) => {
      setTimeout(() => {
        const { image } = window.lab.pad.store.getState().drawing!;
        if (drawn.at(-1)?.image !== image) drawn.push({ time: timeStamp, image });
      });
    });
    window.lab.on('frame', ({ view, given }) => {
      const asked = view.requests.pad;
      if (given.pad === undefined || asked?.kind !== 'images') return;
      const at = drawn.findLastIndex(({ image }) => image.every((value, i) => asked.images[i] === value));
      const answered = drawn.splice(0, at + 1);
      window.afterPaint(() => found.push(...answered.map(({ time }) => performance.now() - time)));
    });
    return found;
  });
  await drag(page, '.draw-pad', (share) => [0.2 + 0.6 * share, 0.5 + 0.3 * Math.sin(7 * share)]);
  await page.waitForTimeout(300);
  return delays.jsonValue();
}

/** The timeline of a run that has trained so many steps, and rests. */
const scrubbing = (model: string, hash: string, steps: number): Scene => ({
  name: `scrubbing the timeline, ${model}`,
  hash,
  async prepare(page) {
    await trainFor(page, steps);
    await page.evaluate(() => window.lab.pause());
  },
  act: scrub,
});

const SCENES: readonly Scene[] = [
  scrubbing('64-64-2', '#v=1&b=1&s=1&e=simd', 1500),
  scrubbing('256-64-2', '#v=1&d=strokes&b=1&s=1&e=simd', 1000),
  scrubbing('784-256-2', '#v=1&d=strokes&px=28&h=256&n=128&b=1&s=1&e=simd', 150),
  {
    name: 'drawing on the pad, training 8×8 digits',
    hash: '#v=1&b=1&s=1&e=simd',
    async prepare(page) {
      await trainFor(page, 500);
      await page.getByRole('button', { name: 'Draw your own' }).click();
      await page.locator('.draw-pad').waitFor();
    },
    act: draw,
  },
  {
    name: 'the training of 8×8 digits as a film',
    hash: '#v=1&b=1&s=1&e=simd',
    prepare: (page) => trainFor(page, 1500),
    async act(page) {
      await page.evaluate((seconds) => window.lab.timeline.playBack(seconds), SECONDS);
      return null;
    },
  },
  {
    name: 'two models side by side',
    hash: '#compare&v=1',
    async prepare(page) {
      await page.locator('#compare').scrollIntoViewIfNeeded();
      await page.waitForFunction(() => (window.labs.compare?.frame?.step ?? 0) > 100);
    },
    act: wait,
  },
  {
    name: 'one step in slow motion',
    hash: '#v=1&b=1&s=1&play=0&e=simd',
    async prepare(page) {
      await page.evaluate(() => window.lab.step(200));
      await page.getByText('One step in slow motion').click();
      await page.locator('.slow[data-step="200"]').waitFor();
    },
    async act(page) {
      await page.getByRole('button', { name: 'Go on by itself' }).click();
      return wait(page);
    },
  },
];

export async function watchHands(browser: Browser, siteUrl: string): Promise<Handled[]> {
  const rows: Handled[] = [];
  const watch = async ({ name, hash, prepare, act }: Scene): Promise<void> => {
    const { context, page } = await open(browser, siteUrl + hash);
    await prepare(page);
    const tasks = await noteTasks(page);
    const delays = await act(page);
    rows.push({ scene: name, delay: delays === null ? null : percentile95(delays), ...feltOf(await tasks()) });
    await context.close();
  };
  for (const scene of SCENES) await watch(scene);
  return rows;
}
