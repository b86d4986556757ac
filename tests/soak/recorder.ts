/** What a page under a soak remembers of its own run: which step was shown when. */
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Frames of the first lab, the last of them at the end; set by `recordSteps`. */
    shownSteps: { readonly at: number; readonly step: number }[];
  }
}

/** Frames kept: more than two seconds of them, however slow the page. */
const KEPT = 600;

/** From the next navigation on the page keeps the steps that its first lab shows, by a clock that no fault touches. */
export async function recordSteps(page: Page): Promise<void> {
  await page.addInitScript((kept) => {
    const now = performance.now.bind(performance);
    let lab: Window['lab'];
    window.shownSteps = [];
    Object.defineProperty(window, 'lab', {
      configurable: true,
      get: () => lab,
      set(made: Window['lab']) {
        lab = made;
        lab.on('frame', ({ step }) => {
          window.shownSteps.push({ at: now(), step });
          if (window.shownSteps.length > 2 * kept) window.shownSteps.splice(0, kept);
        });
      },
    });
  }, KEPT);
}

/** Where a run was at one moment, and two seconds before it: 0 where it was younger. */
export interface Moment {
  readonly step: number;
  readonly least: number;
}

/** @param allowed ms of training that may be lost */
export const momentNow = (page: Page, allowed = 2000): Promise<Moment> =>
  page.evaluate((ms) => {
    const last = window.shownSteps.at(-1)!;
    const before = window.shownSteps.findLast(({ at }) => at <= last.at - ms);
    return { step: last.step, least: before?.step ?? 0 };
  }, allowed);

/** The most ms between two frames that were shown. */
export const longestPause = (page: Page): Promise<number> =>
  page.evaluate(() =>
    window.shownSteps.reduce((most, { at }, i, all) => Math.max(most, i === 0 ? 0 : at - all[i - 1]!.at), 0),
  );

/** Forgets what was shown: another run has begun. */
export const forgetSteps = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.shownSteps.length = 0;
  });

/**
 * Waits until the run trains: two more frames, each of a later step.
 * @throws Error that says where it stands instead
 */
export async function trains(page: Page): Promise<void> {
  const stands = await page.evaluate((patience) => {
    const { lab } = window;
    lab.play();
    // A browser that draws nothing any more shows no frames either, and tells nobody what is in view.
    let drawn = 0;
    const count = (): void => {
      drawn++;
      counting = requestAnimationFrame(count);
    };
    let counting = requestAnimationFrame(count);
    let inView: boolean | null = null;
    const sight = new IntersectionObserver((entries) => {
      inView = entries.at(-1)!.isIntersecting;
    });
    sight.observe(document.querySelector('#lab')!);
    return new Promise<string | null>((resolve) => {
      let last = Number.POSITIVE_INFINITY;
      let later = 0;
      const stop = lab.on('frame', ({ step }) => {
        later = step > last ? later + 1 : 0;
        last = step;
        if (later >= 2) end(null);
      });
      const timer = setTimeout(() => {
        const { playing, run, starting, failure, asleep } = lab.store.getState();
        const state = { playing, run: run?.engine, starting, failure, asleep, at: lab.timeline.at };
        end(JSON.stringify({ ...state, step: last, hidden: document.hidden, scrolled: scrollY, drawn, inView }));
      }, patience);
      const end = (answer: string | null): void => {
        clearTimeout(timer);
        stop();
        cancelAnimationFrame(counting);
        sight.disconnect();
        resolve(answer);
      };
    });
  }, 60_000);
  if (stands !== null) throw new Error(`The run does not train: ${stands}`);
}
