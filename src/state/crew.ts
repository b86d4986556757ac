import { Lab } from './lab';
import type { Labs } from './labs';
import type { Settings } from './settings';

/** Labs that train together for a while, and that neither address nor scripts know. */
export interface Crew {
  readonly labs: readonly Lab[];
  /** Whether they are in sight: they train only while they are. */
  see(visible: boolean): void;
  /** Ends them, and their workers, for good. */
  dispose(): void;
}

/**
 * Makes labs that train at the same time, and while they do no other lab of the page.
 * @param base the lab whose images of the reader's own they have, too
 * @param settings of each
 */
export function crewOf(page: Labs, base: Lab, settings: readonly Settings[]): Crew {
  const { scheduler, crews } = page;
  const labs = settings.map((each) => new Lab({ ...page.parts, own: base.ownImages }, each));
  const stops = labs.map((lab) => scheduler.keep(lab));
  scheduler.team(labs, true);
  const dispose = (): void => {
    crews.delete(dispose);
    for (const stop of stops) stop();
    for (const lab of labs) lab.dispose();
  };
  crews.add(dispose);
  return {
    labs,
    see(visible) {
      for (const lab of labs) scheduler.see(lab, visible);
    },
    dispose,
  };
}
