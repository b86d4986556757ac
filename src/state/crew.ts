import { isAbort, noticeOfImages } from './failures';
import type { Lab } from './lab';
import type { Labs } from './labs';
import type { Settings } from './settings';

/** Labs that train together for a while and belong to no place in the address. */
export interface Crew {
  readonly labs: readonly Lab[];
  /** Whether they are in sight: they train only while they are. */
  see(visible: boolean): void;
  /** Ends them, and their workers, for good. */
  dispose(): void;
}

/**
 * Makes labs that train at the same time, and while they do no other lab of the page.
 * @param base the lab whose images of the reader's own they open, where their settings name those
 * @param settings of each
 */
export function crewOf(page: Labs, base: Lab, settings: readonly Settings[]): Crew {
  const { ownImages } = base;
  const made = settings.map((each) => page.hire(each));
  const labs = made.map(({ lab }) => lab);
  page.scheduler.team(labs, true);
  for (const lab of labs) {
    if (lab.settings.data !== 'file' || ownImages === null) continue;
    lab.loadData(ownImages).catch((error: Error) => {
      if (!isAbort(error)) lab.notices.notify(noticeOfImages(error, false));
    });
  }
  return {
    labs,
    see(visible) {
      for (const lab of labs) page.scheduler.see(lab, visible);
    },
    dispose() {
      for (const { end } of made) end();
    },
  };
}
