import type { Lab } from './lab';
import type { Labs } from './labs';
import { type Recovered, RunGuard } from './runGuard';
import { restoreRuns, type TabRuns, tabRunsOf } from './tabRuns';
import { readTab, writeTab } from './tabStore';

/** What a guard tells of. */
export interface GuardNews {
  /** The run of a lab goes on with another worker. */
  recovered(lab: Lab, recovered: Recovered): void;
  /** The page did nothing for so many seconds, though it was in sight. */
  stalled(seconds: number): void;
  /** The browser had put the tab away; the run of a lab goes on from this step. */
  returned(lab: Lab, step: number): void;
  /** There is no room to keep the runs, should the browser put the tab away. */
  noRoom(): void;
}

/** Ms between two looks: few enough that seldom two seconds of training are lost, on a busy machine, too. */
const LOOK = 500;

/** Ms that a look may be late. */
const STALL = 5000;

/**
 * Guards the runs of a page: each is kept again and again, so that another worker goes on with it where its own breaks or no
 * longer answers; and all of them when the tab is hidden, as the browser may put it away then.
 * @param outlives whether runs are kept beyond the page: not those of a figure in another's page
 * @returns what ends it
 */
export function guardRuns(labs: Pick<Labs, 'all'>, news: GuardNews, outlives: boolean): () => void {
  const guards = labs.all.map(({ lab }) => new RunGuard(lab, (recovered) => news.recovered(lab, recovered)));
  let last = performance.now();
  const lookAtAll = (): void => {
    for (const guard of guards) guard.look();
  };
  const look = (): void => {
    const now = performance.now();
    const late = now - last - LOOK;
    last = now;
    if (late > STALL && document.visibilityState === 'visible') news.stalled(late / 1000);
    lookAtAll();
  };
  // It may have been long in coming, and the runs have gone on meanwhile.
  lookAtAll();
  const timer = setInterval(look, LOOK);
  const keepTab = async (): Promise<void> => {
    await Promise.all(guards.map((guard) => guard.keep()));
    try {
      await writeTab(tabRunsOf(labs.all));
    } catch (error) {
      // Where the browser keeps nothing for this page at all, nobody counts on it.
      if ((error as Error).name === 'QuotaExceededError') news.noRoom();
    }
  };
  const shown = (): void => {
    // Timers of a page that nobody sees are late on purpose.
    last = performance.now();
    if (outlives && document.visibilityState === 'hidden') void keepTab();
  };
  document.addEventListener('visibilitychange', shown);
  document.addEventListener('resume', shown);
  let stopRestoring: (() => void) | null = null;
  let isOver = false;
  if (outlives && (document as { readonly wasDiscarded?: boolean }).wasDiscarded) {
    readTab().then(
      (runs) => {
        if (runs !== null && !isOver) stopRestoring = restoreRuns(labs.all, runs as TabRuns, news.returned);
      },
      // What the browser does not give is as lost as without it.
      () => undefined,
    );
  }
  return () => {
    isOver = true;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', shown);
    document.removeEventListener('resume', shown);
    stopRestoring?.();
    for (const guard of guards) guard.dispose();
  };
}
