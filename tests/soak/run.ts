/** One fault after the other on a page that trains, and what came of each. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Random } from '../../src/math/random';
import type { Settings } from '../../src/state/settings';
import type { OpenPage } from '../browser/site';
import { ACTIONS } from './actions';
import { canBePutAway, canStall, FAULTS, type Fault, type FaultContext } from './faults';
import { forgetSteps, longestPause, momentNow, recordSteps, trains } from './recorder';

/** The page of a soak before it is loaded. */
export async function prepare(page: Page): Promise<void> {
  await recordSteps(page);
  await canBePutAway(page);
  await canStall(page);
}

/** What came of a fault. */
export interface Outcome {
  readonly name: string;
  /** Ms of training that were lost, at the speed of the page before. */
  readonly lost: number;
  /** Ms until it trained on. */
  readonly took: number;
}

/** One of the faults, by their weights. */
export function faultOf(random: Random): Fault {
  let left = random.below(FAULTS.reduce((sum, { weight }) => sum + weight, 0));
  for (const fault of FAULTS) {
    left -= fault.weight;
    if (left < 0) return fault;
  }
  throw new Error('The weights of the faults do not add up');
}

/** Does one thing that a reader might, and waits until the run trains. */
export async function actOnce(context: FaultContext, random: Random): Promise<string> {
  const action = ACTIONS[random.below(ACTIONS.length)]!;
  await action.act(context, random);
  await trains(context.page);
  return action.name;
}

const ALL_BOARDS = '.notice';

const dismissAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const board of [window.page.notices, ...Object.values(window.labs).map(({ notices }) => notices)])
      for (const { id } of board.store.getState()) board.dismiss(id);
  });

/**
 * Has a fault happen to a page that trains, and looks at what comes of it: the run trains on from a step that is no more
 * than two seconds of training before the fault, the reader is told what there is to tell, and the console says nothing
 * but what the fault itself says.
 * @throws AssertionError where it is otherwise
 */
export async function happen(
  fault: Fault,
  { context, complaints }: { readonly context: FaultContext; readonly complaints: OpenPage['complaints'] },
): Promise<Outcome> {
  const { page } = context;
  const wanted: Settings['engine'] = fault.engine ?? 'simd';
  await page.evaluate((engine) => window.lab.set({ engine }), wanted);
  await trains(page);
  await dismissAll(page);
  complaints.length = 0;
  const before = await momentNow(page);
  const from = performance.now();
  await fault.inject(context);
  let step: number | null = null;
  if (fault.says !== null) {
    const notice = page.locator(ALL_BOARDS).filter({ hasText: fault.says }).first();
    await notice.waitFor({ timeout: 40_000 });
    const [, said] = fault.says.exec((await notice.textContent()) ?? '')!;
    if (said !== undefined && /step/.test(fault.says.source)) step = Number(said.replaceAll(',', ''));
  }
  if (!fault.rests) await page.waitForFunction(() => window.lab.store.getState().run !== null);
  await trains(page);
  const took = performance.now() - from;
  // Where no step is told nothing was lost.
  const goesOn = step ?? (await momentNow(page)).step;
  expect(goesOn, `${fault.name}: the step that it goes on from`).toBeGreaterThanOrEqual(
    step === null ? before.step : before.least,
  );
  if (fault.says === null) {
    const told = await page.locator(ALL_BOARDS).allTextContents();
    // A machine that is overloaded has the page stand still by itself, which it then says.
    const stood = (await longestPause(page)) > 5000;
    expect(told.filter((each) => !(stood && /stood still/.test(each))).join('; '), fault.name).toBe('');
  }
  const unexpected = complaints.filter((each) => fault.console === undefined || !fault.console.test(each));
  // The whole of it: vitest shortens what it compares.
  expect(unexpected, `${fault.name}: ${unexpected.join('; ')}`).toEqual([]);
  await fault.mend?.(context);
  const perMs = (before.step - before.least) / 2000;
  await forgetSteps(page);
  await dismissAll(page);
  return { name: fault.name, lost: perMs > 0 ? Math.max(0, before.step - goesOn) / perMs : 0, took };
}
