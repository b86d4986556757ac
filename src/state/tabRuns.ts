import type { Source } from '../worker/libraryProtocol';
import type { Sleep } from '../worker/protocol';
import { changedKeys } from './checkSetting';
import { isAbort, noticeOfImages } from './failures';
import type { Tail } from './history';
import { OF_FILES } from './imageSettings';
import type { Lab } from './lab';
import type { LabEntry } from './labs';
import { pick } from './pick';
import { retryRun } from './retryRun';
import { type Settings, SPECS } from './settings';

/** A run as it outlives its tab. */
interface TabRun {
  readonly settings: Settings;
  /** The reader's own images, where it was trained on such; the address cannot name them. */
  readonly own: Source | null;
  readonly playing: boolean;
  readonly sleep: Sleep;
  readonly history: Tail;
}

/** The runs of a tab, by the ids of their labs. */
export type TabRuns = Readonly<Record<string, TabRun>>;

/** The runs of a page as they were last kept; their timelines stay behind. */
export function tabRunsOf(entries: readonly Pick<LabEntry, 'id' | 'lab'>[]): TabRuns {
  return Object.fromEntries(
    entries.flatMap(({ id, lab }) => {
      const { kept } = lab.run.connection;
      const { settings, playing, ownImages } = lab.store.getState();
      const own = settings.data === 'file' ? ownImages : null;
      if (kept === null || kept.parameters.step === 0) return [];
      const { points, measured, heldOut } = lab.history;
      const history = { points, measured, heldOut };
      const run: TabRun = { settings, own, playing, sleep: { ...kept, timeline: null }, history };
      return [[id, run] as const];
    }),
  );
}

/**
 * Has each lab go on with its run of before, as soon as it has one of its own: that has its images, but for the reader's own,
 * which are read again. A run of other images or another model than the lab's settings say is left.
 * @param restored called with every lab that goes on, and the step
 * @returns a function that has no more of them go on
 */
export function restoreRuns(
  entries: readonly Pick<LabEntry, 'id' | 'lab'>[],
  runs: TabRuns,
  restored: (lab: Lab, step: number) => void,
): () => void {
  const stops = entries.map(({ id, lab }) => {
    const kept = runs[id];
    return kept === undefined ? () => undefined : onceBegun(lab, () => void goOn(lab, kept, restored));
  });
  return () => {
    for (const stop of stops) stop();
  };
}

async function goOn(lab: Lab, kept: TabRun, restored: (lab: Lab, step: number) => void): Promise<void> {
  const { own, settings, sleep, history, playing } = kept;
  try {
    if (own !== null) await lab.run.useFiles({ source: own, changes: pick(settings, OF_FILES) });
  } catch (error) {
    // Files that have been moved or changed meanwhile, or the reader wanted others.
    if (!isAbort(error)) lab.notices.notify(noticeOfImages(error as Error, true));
    return;
  }
  if (changedKeys(lab.settings, settings).some((key) => SPECS[key].restart)) return;
  lab.run.connection.kept = sleep;
  await retryRun(lab);
  if (lab.store.getState().run === null) return;
  lab.history.clear();
  lab.history.append(history);
  if (playing) lab.play();
  else lab.pause();
  restored(lab, sleep.parameters.step);
}

/** Calls back once a run is under way. @returns a function that prevents it */
function onceBegun({ store }: Lab, work: () => void): () => void {
  const isBegun = (): boolean => {
    const { run, starting } = store.getState();
    return run !== null && !starting;
  };
  if (isBegun()) {
    work();
    return () => undefined;
  }
  const stop = store.subscribe(() => {
    if (!isBegun()) return;
    stop();
    work();
  });
  return stop;
}
