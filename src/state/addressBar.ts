import { readAddress, writeAddress } from './address';
import type { Lab } from './lab';
import { defaultSettings } from './settings';

/** Ms between two changes of the address: browsers refuse more than a hundred in half a minute. */
const PACE = 400;

/**
 * Keeps the address and a lab's settings the same, both ways. The history gets no new entries: one page, one place.
 * @returns a function that ends it
 */
export function bindAddress(lab: Lab): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    timer = undefined;
    const hash = writeAddress(lab.settings);
    if (hash !== location.hash) history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  };
  const read = (): void => {
    const { settings, faults } = readAddress(location.hash);
    for (const fault of faults) lab.notify({ kind: 'address', fault });
    void lab.set({ ...defaultSettings(), ...settings });
  };
  const unsubscribe = lab.store.subscribe((state, previous) => {
    if (state.settings !== previous.settings) timer ??= setTimeout(write, PACE);
  });
  window.addEventListener('hashchange', read);
  return () => {
    unsubscribe();
    clearTimeout(timer);
    window.removeEventListener('hashchange', read);
  };
}
