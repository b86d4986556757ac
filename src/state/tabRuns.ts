import type { Sleep } from '../worker/protocol';
import { changedKeys } from './checkSetting';
import type { Tail } from './history';
import type { Lab } from './lab';
import type { LabEntry } from './labs';
import { type Settings, SPECS } from './settings';

/** A run as it outlives its tab. */
interface TabRun {
  readonly settings: Settings;
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
      const { settings, playing } = lab.store.getState();
      if (kept === null || kept.parameters.step === 0) return [];
      const { points, measured, heldOut } = lab.history;
      const run: TabRun = {
        settings,
        playing,
        sleep: { ...kept, timeline: null },
        history: { points, measured, heldOut },
      };
      return [[id, run] as const];
    }),
  );
}

/**
 * Has each lab go on with its run of before, as soon as it has one of its own: that has its images. A run of other images
 * or another model than the lab's settings say is left, and one of the reader's own files, which are gone.
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
    if (kept === undefined || isOfAnother(lab, kept)) return () => undefined;
    return onceBegun(lab, async () => {
      if (isOfAnother(lab, kept)) return;
      const { connection } = lab.run;
      connection.kept = kept.sleep;
      await lab.retry();
      if (lab.store.getState().run === null) return;
      lab.history.clear();
      lab.history.append(kept.history);
      if (kept.playing) lab.play();
      else lab.pause();
      restored(lab, kept.sleep.parameters.step);
    });
  });
  return () => {
    for (const stop of stops) stop();
  };
}

const isOfAnother = ({ settings }: Lab, kept: TabRun): boolean =>
  settings.data === 'file' || changedKeys(settings, kept.settings).some((key) => SPECS[key].restart);

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
