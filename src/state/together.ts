import type { StoreApi } from 'zustand/vanilla';
import { isAbort, noticeOfImages } from './failures';
import type { Lab } from './lab';
import { linkLabs } from './link';
import { Lockstep } from './lockstep';
import { KEYS, type Key, SPECS } from './settings';

/**
 * Has labs go together, to be compared: settings in common, images of the reader's own, layers, the selected image, play
 * and pause, and the step. A run that begins again in one of them begins again in all.
 * @param keys of the settings that they have in common
 * @returns a function that ends it
 */
export function bindTogether(labs: readonly Lab[], keys: readonly Key[]): () => void {
  const own = KEYS.filter((key) => SPECS[key].restart && !keys.includes(key));
  let resetting = false;
  /** Has all others begin again. */
  const resetOthers = (lab: Lab): void => {
    if (resetting) return;
    resetting = true;
    for (const other of labs) if (other !== lab) void other.reset();
    resetting = false;
  };
  /** Those that open images since another one has. */
  const opening = new Set<Lab>();
  const openInOthers = (lab: Lab, images: readonly File[] | string): void => {
    if (opening.delete(lab)) return;
    for (const other of labs) {
      if (other === lab) continue;
      opening.add(other);
      other.loadData(images).catch((error: Error) => {
        opening.delete(other);
        if (!isAbort(error)) other.notices.notify(noticeOfImages(error, other.store.getState().run !== null));
      });
    }
  };
  const lockstep = new Lockstep(labs);
  const stops = [
    linkLabs(labs, keys),
    mirror(labs.map(({ layers }) => layers.store)),
    mirror(labs.map(({ selection }) => selection.store)),
    ...labs.flatMap((lab) => [
      lab.on('reset', () => resetOthers(lab)),
      lab.on('images', (images) => openInOthers(lab, images)),
      lab.store.subscribe((state, before) => {
        // One that is asleep takes its settings in when it wakes; the others wait for it then.
        const restarts = own.some((key) => state.settings[key] !== before.settings[key]);
        if (restarts && !state.asleep) resetOthers(lab);
      }),
    ]),
    () => lockstep.dispose(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Keeps stores the same: what one is set to all are set to, and at first what the first of them is. */
function mirror<T>(stores: readonly StoreApi<T>[]): () => void {
  for (const store of stores) if (store !== stores[0]) store.setState(stores[0]!.getState(), true);
  const stops = stores.map((store) =>
    store.subscribe((state) => {
      for (const other of stores) if (other.getState() !== state) other.setState(state, true);
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
