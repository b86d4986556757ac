/** What the page fetches only when a script asks something of it: it has no place where a sentence could stand. */
import type { Page } from 'playwright-core';
import type { SettingValues } from '../../src/embed/messages';

export interface Asked {
  /** How the script that is fetched begins. */
  readonly script: string;
  /** The figure of a post that is asked; the page itself is where there is none. */
  readonly figure?: string;
  /** Asks, and says how it was answered: with null where it was done, else with the error's text. */
  ask(page: Page): Promise<string | null>;
}

const set = (page: Page, values: SettingValues): Promise<string | null> =>
  page.evaluate(
    (wanted) =>
      document
        .querySelector('vae-geometry')!
        .set(wanted)
        .then(
          () => null,
          (error: Error) => error.message,
        ),
    values,
  );

export const ASKED: readonly Asked[] = [
  {
    script: 'stepTogether',
    ask: (page) =>
      page.evaluate(() =>
        window.labs.compare!.step(2).then(
          () => null,
          (error: Error) => error.message,
        ),
      ),
  },
  { script: 'steeredOwn', figure: 'kl', ask: (page) => set(page, { lang: 'en' }) },
  { script: 'steeredSweep', figure: 'sweep', ask: (page) => set(page, { lang: 'en' }) },
];

/** Whether a file of the site is fetched only by what is asked. */
export const isAsked = (path: string): boolean => ASKED.some(({ script }) => path.startsWith(`assets/${script}-`));
