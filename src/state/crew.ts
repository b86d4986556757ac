import type { Source } from '../worker/libraryProtocol';
import { isAbort, noticeOfImages } from './failures';
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
 * @param base the lab whose images of the reader's own they open, where their settings name those
 * @param settings of each
 */
export function crewOf(page: Labs, base: Lab, settings: readonly Settings[]): Crew {
  const { scheduler, crews } = page;
  const { ownImages } = base;
  const labs = settings.map((each) => new Lab(page.parts, each));
  const stops = labs.map((lab) => scheduler.keep(lab));
  scheduler.team(labs, true);
  for (const lab of labs) {
    if (lab.settings.data !== 'file' || ownImages === null) continue;
    lab.loadData(imagesOf(ownImages)).catch((error: Error) => {
      if (!isAbort(error)) lab.notices.notify(noticeOfImages(error, false));
    });
  }
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

/** Images of the reader's own as a lab opens them: files, or an address. */
export function imagesOf(source: Source): readonly File[] | string {
  if (source.kind === 'files') return source.files;
  if (source.kind === 'urls') return source.urls[0]!;
  throw new TypeError(`Images of ${source.kind} are not the reader's own`);
}
