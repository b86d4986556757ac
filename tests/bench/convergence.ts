/** How long the page's own model takes until its loss hardly falls any more. */
import type { Browser, Page } from 'playwright-core';
import { open } from './page';

/** Steps of the long run, of those whose mean is the converged loss, and of the moving mean. */
export const LONG_RUN = 30_000;
export const LAST = 3000;
export const MOVING = 500;

/** Share of the converged loss that the moving mean has to come within. */
export const WITHIN = 0.01;

/** The losses of a stretch of training: means over the steps since the entry before. */
export interface Stretch {
  readonly step: number;
  /** Nats an image. */
  readonly total: number;
  /** Seconds since the run began. */
  readonly seconds: number;
}

export interface Convergence {
  /** Nats an image. */
  readonly loss: number;
  readonly step: number;
  /** With no limit of the speed, and at the page's own speed. */
  readonly seconds: number;
  readonly secondsAtPagePace: number;
}

/** Mean loss of the steps in (from, to], and 0 where there are none. */
function meanLoss(stretches: readonly Stretch[], from: number, to: number): number {
  let sum = 0;
  let steps = 0;
  let before = 0;
  for (const { step, total } of stretches) {
    const inside = Math.min(step, to) - Math.max(before, from);
    if (inside > 0) {
      sum += inside * total;
      steps += inside;
    }
    before = step;
  }
  return steps === 0 ? 0 : sum / steps;
}

/** The first stretch at whose end the mean over the last `MOVING` steps is within `WITHIN` of the mean of the `LAST`. */
export function convergenceOf(stretches: readonly Stretch[]): Omit<Convergence, 'secondsAtPagePace'> {
  const end = stretches.at(-1)!.step;
  const loss = meanLoss(stretches, end - LAST, end);
  const near = ({ step }: Stretch): boolean =>
    step >= MOVING && Math.abs(meanLoss(stretches, step - MOVING, step) - loss) <= WITHIN * loss;
  const { step, seconds } = stretches.find(near)!;
  return { loss, step, seconds };
}

/** Plays a paused page from its first step to at least `goal`. */
function play(page: Page, goal: number): Promise<Stretch[]> {
  return page.evaluate(
    (last) =>
      new Promise<Stretch[]>((resolve) => {
        const stretches: Stretch[] = [];
        const began = performance.now();
        const stop = window.lab.on('frame', ({ step, losses }) => {
          if (losses !== null)
            stretches.push({ step, total: losses.total, seconds: (performance.now() - began) / 1000 });
          if (step < last) return;
          stop();
          window.lab.pause();
          resolve(stretches);
        });
        window.lab.play();
      }),
    goal,
  );
}

/** The VAE of the default data set, β = s = 1, seed 1, trained as the page trains it, with everything drawn. */
export async function measureConvergence(browser: Browser, siteUrl: string): Promise<Convergence> {
  const run = async (hash: string, goal: number): Promise<Stretch[]> => {
    const { context, page } = await open(browser, `${siteUrl}#v=1&b=1&s=1&r=1&play=0${hash}`);
    const stretches = await play(page, goal);
    await context.close();
    return stretches;
  };
  const found = convergenceOf(await run('&f=0', LONG_RUN));
  const paced = await run('', found.step);
  return { ...found, secondsAtPagePace: paced.at(-1)!.seconds };
}
