/** Watches the models of a sweep train: all at once, against bare engines by turns, and one alone. */
import type { Browser, Page } from 'playwright-core';
import { type Felt, feltOf, noteTasks } from './felt';
import { open, WATCHED } from './page';

/** Rounds of all models and of bare engines, by turns. */
const ROUNDS = 2;

/** Seconds of one round. */
export const ROUND = WATCHED / ROUNDS;

export interface Swept extends Felt {
  readonly models: number;
  /** Steps a second of one whose peers stand still. */
  readonly alone: number;
  /** Of each when all train; the least of them. */
  readonly together: number;
  /** Of all of them together. */
  readonly sum: number;
  /** Of as many bare engines as the machine has cores, together. */
  readonly bare: number;
}

/** Steps a second of every model over a while. */
const watchModels = (page: Page): Promise<number[]> =>
  page.evaluate(async (seconds) => {
    const { models } = window.sweeps!.sweep!.sweep!;
    const from = models.map(({ lab }) => lab.frame!.step);
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
    return models.map(({ lab }, i) => (lab.frame!.step - from[i]!) / seconds);
  }, ROUND);

/** Has all but the first so many models stand still. */
const rest = (page: Page, but: number): Promise<void> =>
  page.evaluate((first) => {
    for (const { lab } of window.sweeps!.sweep!.sweep!.models.slice(first)) lab.pause();
  }, but);

/**
 * Models of the default sweep, whose labs are as the page's.
 * @param bareSteps steps a second that bare engines take together, measured while nothing else trains
 */
export async function watchSweep(browser: Browser, url: string, bareSteps: () => Promise<number>): Promise<Swept> {
  const { context, page } = await open(browser, `${url}#sweep&v=1&play=0&sw=b:0.05,0.2,0.5,1,2,8:100000`);
  await page.waitForFunction(() => window.sweeps?.sweep !== undefined);
  const begun = async (): Promise<void> => {
    await page.evaluate(() => void window.sweeps!.sweep!.start());
    // Every engine has found its pace by then.
    await page.waitForFunction(() => window.sweeps!.sweep!.sweep!.store.getState().step >= 1000);
  };
  const rounds: number[][] = [];
  const felt: number[] = [];
  let bare = 0;
  for (let i = 0; i < ROUNDS; i++) {
    await begun();
    const tasks = await noteTasks(page);
    rounds.push(await watchModels(page));
    felt.push(...(await tasks()));
    await rest(page, 0);
    bare += (await bareSteps()) / ROUNDS;
  }
  await begun();
  await rest(page, 1);
  const [alone] = await watchModels(page);
  await context.close();
  const all = rounds[0]!.map((_, i) => rounds.reduce((sum, steps) => sum + steps[i]! / ROUNDS, 0));
  return {
    models: all.length,
    alone: alone!,
    together: Math.min(...all),
    sum: all.reduce((sum, steps) => sum + steps, 0),
    bare,
    ...feltOf(felt),
  };
}
