/**
 * Whether the page holds out: `FAULTS` faults one after the other, or shared out to `PAGES`, and `MINUTES` of a reader who
 * never rests, both from the same `SEED`. What came of it is printed, as JSON and in a sentence.
 */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { createRandom } from '../../src/math/random';
import { watchContexts } from '../browser/contexts';
import { useBrowser } from '../browser/site';
import { LONG_ACTIONS } from './actions';
import { type Held, heldBy, isFlat, trendOf } from './memory';
import { trains } from './recorder';
import { actOnce, faultOf, happen, type Outcome, prepare } from './run';

const number = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
const COUNT = number('FAULTS', 40);
const MINUTES = number('MINUTES', 4);
const SEED = number('SEED', 1);
/** Pages that faults happen to at the same time: most of the time each waits for a watch, a stall or a clock. */
const PAGES = number('PAGES', 1);

/** A line of the log; tests have no console of their own. */
const say = (line: string | undefined): void => void process.stdout.write(`${line}\n`);

/** Ms between two looks at the memory. */
const LOOK = 15_000;

/** Ms after which a fault counts as one that the page has not survived. */
const PATIENCE = 150_000;

/** @throws Error where it takes longer */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It was not over after ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const browser = useBrowser();
const OPENED = '#v=1&b=1&s=1&e=simd';

/** How often each fault was survived, the most ms of training that were lost, and the most ms until it trained on. */
function tableOf(outcomes: readonly Outcome[]) {
  const names = [...new Set(outcomes.map(({ name }) => name))].sort();
  return names.map((name) => {
    const of = outcomes.filter((each) => each.name === name);
    const most = (what: 'lost' | 'took'): number => Math.round(Math.max(...of.map((each) => each[what])));
    return { name, count: of.length, mostLost: most('lost'), longest: most('took') };
  });
}

/** What the first lab of a page is at, and what the reader has been told. */
const stateOf = (page: Page): Promise<string> =>
  within(
    5000,
    page.evaluate(() => {
      const { lab, labs, page: whole } = window;
      const { playing, starting, run, failure, settings } = lab.store.getState();
      const notices = [whole.notices, ...Object.values(labs).map((each) => each.notices)].flatMap((board) =>
        board.store.getState(),
      );
      const { step, training, restLosses } = lab.frame ?? {};
      return JSON.stringify({
        playing,
        starting,
        engine: run?.engine,
        failure,
        settings,
        step,
        training,
        restLosses,
        notices,
      });
    }),
  );

/** What came of the faults of one page after the other. */
interface Survived {
  readonly outcomes: readonly Outcome[];
  /** What went wrong, with which fault. */
  readonly failed: readonly string[];
}

/** Has `count` faults happen to a page, and to a new one after each that it has not survived. */
async function survive(count: number, seed: number): Promise<Survived> {
  const random = createRandom(seed);
  const open = async () => {
    // At 100 steps a second, so that the pages leave each other time.
    const opened = await browser.open({
      hash: `${OPENED}&f=100`,
      before: prepare,
      serviceWorkers: 'allow',
      viewport: { width: 700, height: 500 },
    });
    const cdp = await opened.page.context().newCDPSession(opened.page);
    await opened.page.locator('.loss svg').waitFor();
    return { ...opened, cdp };
  };
  let { page, complaints, close, cdp } = await open();
  const outcomes: Outcome[] = [];
  const failed: string[] = [];
  for (let i = 0; i < count; i++) {
    const fault = faultOf(random);
    say(`seed ${seed}: ${i}, ${fault.name}`);
    let did = '';
    const happens = async (): Promise<void> => {
      did = await actOnce({ page, cdp }, random);
      // Long enough for two seconds of it to be known.
      await page.waitForFunction(() => {
        const { shownSteps } = window;
        return shownSteps.length > 0 && shownSteps.at(-1)!.at - shownSteps[0]!.at > 2100;
      });
      outcomes.push(await happen(fault, { context: { page, cdp }, complaints }));
    };
    try {
      await within(PATIENCE, happens());
    } catch (error) {
      failed.push(`seed ${seed}: ${i}, ${fault.name} after ${did}: ${(error as Error).message}`);
      say(failed.at(-1));
      say(await stateOf(page).catch((reason: Error) => reason.message));
      await close();
      // A page of its own for the next; on a busy machine it may be long in coming.
      ({ page, complaints, close, cdp } = await open().catch(open));
    }
    if (i % 20 === 19)
      say(`seed ${seed}: ${i + 1} faults, ${failed.length} failed; ${JSON.stringify(tableOf(outcomes))}`);
  }
  await close();
  return { outcomes, failed };
}

it.skipIf(COUNT === 0)(`${COUNT} faults`, { timeout: 0 }, async () => {
  const pages = Array.from({ length: PAGES }, (_, k) => survive(Math.ceil((COUNT - k) / PAGES), SEED + k));
  const survived = await Promise.all(pages);
  const outcomes = survived.flatMap((each) => each.outcomes);
  const failed = survived.flatMap((each) => each.failed);
  const table = tableOf(outcomes);
  say(JSON.stringify({ seed: SEED, pages: PAGES, faults: COUNT, failed, table }, null, 1));
  say(
    `Of ${COUNT} faults with seeds from ${SEED}, on ${PAGES} pages, the run survived ${outcomes.length}; ${Math.max(...table.map(({ mostLost }) => mostLost))} ms of training were lost at most.`,
  );
  expect(failed).toEqual([]);
});

it.skipIf(MINUTES === 0)(`${MINUTES} minutes`, { timeout: 0 }, async () => {
  const random = createRandom(SEED);
  const { page, complaints, close } = await browser.open({
    hash: OPENED,
    before: async (made) => {
      await watchContexts(made);
      await prepare(made);
    },
  });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.locator('.loss svg').waitFor();
  const begun = performance.now();
  const held: Held[] = [];
  const done: Record<string, number> = {};
  const failed: string[] = [];
  let looked = Number.NEGATIVE_INFINITY;
  while (performance.now() - begun < MINUTES * 60_000) {
    const action = LONG_ACTIONS[random.below(LONG_ACTIONS.length)]!;
    try {
      await action.act({ page, cdp }, random);
      await trains(page);
      done[action.name] = (done[action.name] ?? 0) + 1;
    } catch (error) {
      failed.push(`${action.name}: ${(error as Error).message}`);
      say(failed.at(-1));
    }
    if (performance.now() - looked < LOOK) continue;
    looked = performance.now();
    held.push(await heldBy(page, cdp, (looked - begun) / 60_000));
    say(JSON.stringify(held.at(-1)));
  }
  const trends = Object.fromEntries(
    (['heap', 'resident', 'nodes', 'listeners'] as const).map((what) => [what, trendOf(held, what)]),
  );
  const most = (what: 'workers' | 'contexts'): number => Math.max(...held.map((each) => each[what]));
  say(JSON.stringify({ seed: SEED, minutes: MINUTES, done, failed, complaints, trends }, null, 1));
  say(
    `${MINUTES} minutes with seed ${SEED}: ${Object.values(done).reduce((a, b) => a + b, 0)} actions; over the second half the heap rose by ${trends.heap!.rise.toFixed(2)} MB of ${trends.heap!.mean.toFixed(1)}, the process by ${trends.resident!.rise.toFixed(1)} of ${trends.resident!.mean.toFixed(0)}; ${most('workers')} workers and ${most('contexts')} contexts at most.`,
  );
  expect(failed).toEqual([]);
  expect(complaints).toEqual([]);
  for (const [what, trend] of Object.entries(trends))
    expect(isFlat(trend), `${what}: ${JSON.stringify(trend)}`).toBe(true);
  await close();
});
