import type { StoreApi } from 'zustand/vanilla';
import { isAbort, noticeOfImages } from './failures';
import type { Lab } from './lab';
import type { Events } from './labEvents';
import { Lockstep } from './lockstep';
import { KEYS, type Key, SPECS } from './settings';

/**
 * Has linked labs go together, to be compared: they go in step, show the same layers and look at the same image, those of
 * the first of them at first; images of the reader's own are opened in all, and a run that begins again in one of them
 * begins again in all. While one has parameters that were brought to it alone, each goes at its own pace: the others are not
 * trained to be where it is.
 * @param keys of the settings that they have in common, which are linked
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
  const openInOthers = (lab: Lab, { images, treatment }: Events['images']): void => {
    if (opening.delete(lab)) return;
    for (const other of labs) {
      if (other === lab) continue;
      opening.add(other);
      other.loadData(images, treatment).catch((error: Error) => {
        opening.delete(other);
        if (!isAbort(error)) other.notices.notify(noticeOfImages(error, other.store.getState().run !== null));
      });
    }
  };
  const isApart = (): boolean => labs.some(({ store }) => store.getState().brought);
  let lockstep: Lockstep | null = null;
  const goInStep = (): void => {
    const apart = isApart();
    if (apart === (lockstep === null)) return;
    lockstep?.dispose();
    lockstep = apart ? null : new Lockstep(labs);
  };
  goInStep();
  // They have waited for this (`Labs.compare`), and go now, if each at its own pace.
  if (isApart()) for (const lab of labs) lab.bind(null);
  const stops = [
    mirror(labs.map(({ layers }) => layers.store)),
    mirror(labs.map(({ selection }) => selection.store)),
    ...labs.flatMap((lab) => [
      lab.on('reset', () => resetOthers(lab)),
      lab.on('images', (images) => openInOthers(lab, images)),
      lab.store.subscribe((state, before) => {
        if (state.brought !== before.brought) goInStep();
        // One that is asleep takes its settings in when it wakes; the others wait for it then.
        const restarts = own.some((key) => state.settings[key] !== before.settings[key]);
        if (restarts && !state.asleep) resetOthers(lab);
      }),
    ]),
    () => lockstep?.dispose(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Keeps stores the same: what one is set to all are set to. */
function mirror<T>(stores: readonly StoreApi<T>[]): () => void {
  const follow = (state: T): void => {
    for (const store of stores) if (store.getState() !== state) store.setState(state, true);
  };
  follow(stores[0]!.getState());
  const stops = stores.map((store) => store.subscribe(follow));
  return () => {
    for (const stop of stops) stop();
  };
}
