import type { Address } from './address';
import { isOfImages } from './imageSettings';
import type { Lab } from './lab';
import { pick } from './pick';
import type { Key, Settings } from './settings';

/**
 * Keeps settings the same in several labs, and has them play and pause together: whatever changes in one is changed in
 * all.
 * @returns a function that ends it
 */
export function linkLabs(labs: readonly Lab[], keys: readonly Key[]): () => void {
  const stops = labs.map((lab) =>
    lab.store.subscribe((state, before) => {
      const changed = keys.filter((key) => state.settings[key] !== before.settings[key]);
      for (const other of labs) {
        if (other === lab) continue;
        const isKept = keepsImages(other, state.settings, changed.includes('data'));
        // One that has them already is left alone: a setting that is named ends its glide.
        const lacking = changed.filter(
          (key) => state.settings[key] !== other.settings[key] && !(isKept && isOfImages(key)),
        );
        // What is not named beside other data goes back to what is usual of them.
        const named = lacking.includes('data') ? [...new Set([...lacking, ...keys.filter(isOfImages)])] : lacking;
        if (named.length > 0) void other.set(pick(state.settings, named));
        if (state.playing === before.playing) continue;
        if (state.playing) other.play();
        else other.pause();
      }
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * Whether a lab stays with its images when settings of another change. The reader's own files, and how they are arranged,
 * are of those labs alone that have opened them; a choice of other data is meant for all.
 * @param settings those of the other, as they are now
 * @param isOtherData whether the other has other data now
 */
function keepsImages(lab: Lab, { data }: Settings, isOtherData: boolean): boolean {
  if (isOtherData) return data === 'file' && lab.ownImages === null;
  return (data === 'file') !== (lab.settings.data === 'file');
}

/**
 * What an address says of linked labs: a linked setting that it names of one of them it means of all. Where it names
 * several values the last one holds, as when the labs are set one after the other.
 */
export function saidOfAll(ids: readonly string[], keys: readonly Key[], said: Address['labs']): Address['labs'] {
  const named = Object.entries(said).filter(([id]) => ids.includes(id));
  const shared = named.flatMap(([, { settings = {} }]) =>
    Object.entries(settings).filter(([key]) => keys.includes(key as Key)),
  );
  const common = Object.fromEntries(shared) as Partial<Settings>;
  return Object.fromEntries(ids.map((id) => [id, { ...said[id], settings: { ...said[id]?.settings, ...common } }]));
}
