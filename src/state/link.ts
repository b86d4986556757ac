import type { Lab } from './lab';
import type { Key, Settings } from './settings';

/**
 * Keeps settings the same in several labs, and has them play and pause together: whatever changes in one is changed in
 * all.
 * @returns a function that ends it
 */
export function linkLabs(labs: readonly Lab[], keys: readonly Key[]): () => void {
  const stops = labs.map((lab) =>
    lab.store.subscribe((state, before) => {
      const changes = Object.fromEntries(
        keys.filter((key) => state.settings[key] !== before.settings[key]).map((key) => [key, state.settings[key]]),
      ) as Partial<Settings>;
      const named = Object.keys(changes).length > 0;
      for (const other of labs) {
        if (other === lab) continue;
        // The reader's own files are the lab's that opened them.
        if (named && changes.data !== 'file') void other.set(changes);
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
