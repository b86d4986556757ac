/** Watches the models of a sweep train, all at once and one alone. */
import type { Browser, Page } from 'playwright-core';
import { type Felt, feltOf, noteTasks } from './felt';
import { open, WATCHED } from './page';

export interface Swept extends Felt {
  readonly models: number;
  /** Steps a second of one whose peers stand still. */
  readonly alone: number;
  /** Of each when all train; the least of them. */
  readonly together: number;
}

/** Steps a second of every model over a while. */
const watchModels = (page: Page): Promise<number[]> =>
  page.evaluate(async (seconds) => {
    const { models } = window.sweeps!.sweep!.sweep!;
    const from = models.map(({ lab }) => lab.frame!.step);
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
    return models.map(({ lab }, i) => (lab.frame!.step - from[i]!) / seconds);
  }, WATCHED);

/** Models of the default sweep, whose labs are as the page's. */
export async function watchSweep(browser: Browser, url: string): Promise<Swept> {
  const { context, page } = await open(browser, `${url}#sweep&v=1&play=0&sw=b:0.05,0.2,0.5,1,2,8:100000`);
  await page.waitForFunction(() => window.sweeps?.sweep !== undefined);
  const begun = async (): Promise<void> => {
    await page.evaluate(() => void window.sweeps!.sweep!.start());
    // Every engine has found its pace by then.
    await page.waitForFunction(() => window.sweeps!.sweep!.sweep!.store.getState().step >= 1000);
  };
  await begun();
  const tasks = await noteTasks(page);
  const all = await watchModels(page);
  const felt = feltOf(await tasks());
  await begun();
  await page.evaluate(() => {
    for (const { lab } of window.sweeps!.sweep!.sweep!.models.slice(1)) lab.pause();
  });
  const [alone] = await watchModels(page);
  await context.close();
  return { models: all.length, alone: alone!, together: Math.min(...all), ...felt };
}
