import { type Address, readAddress } from './address';
import type { Labs } from './labs';
import type { OwnText } from './ownText';
import type { Page } from './page';
import type { SweepText } from './sweepText';
import { joinHash, partsOf, writeAddress } from './writeAddress';

/** Ms between two changes of the address: browsers refuse more than a hundred in half a minute. */
const PACE = 400;

/** The browser's side of an address; passed in, so that it can be tested without one. */
export interface AddressWindow {
  readonly location: Pick<Location, 'hash' | 'origin' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
  addEventListener(type: 'hashchange', listener: () => void): void;
  removeEventListener(type: 'hashchange', listener: () => void): void;
}

/**
 * Takes an address apart: what is read and written here, and what belongs to somebody else and is left in the address as
 * it is, first.
 */
export type Keep = (hash: string) => { readonly rest: string; readonly kept: string };

const keepNothing: Keep = (hash) => ({ rest: hash, kept: '' });

/** What a page does with its address. */
export interface AddressBar {
  /** The page is there: goes to the place that it was opened at. Later calls change nothing. */
  arrive(): void;
  /** The address of the page as it is now, which is written at once. */
  link(): string;
  dispose(): void;
}

/** Marks the entries of the history that were written here; one that a reader typed or a link made has none. */
const WRITTEN = { written: 'vae-geometry' };

/**
 * Keeps the address true: it names the place that was gone to, and all that differs from the defaults, so that opened
 * elsewhere it shows the same. What a typed address names is set; what it does not name stays, and is written into it.
 * Back and Forward lead to places: the settings that were in force when a place was left are not brought back, since that
 * could end a run. The history gets no entries from here.
 * The window of a plane is written while the reader has taken it, the pins that there are, the three that are added up
 * where they are not the first, the layers where they are not the usual ones, the image that is selected, the region that
 * is marked, and which draws from the prior are shown.
 * @param sweeps what is said of figures that sweep a setting, by their ids
 * @param goTo brings an element into view, and says whether there is one of that name
 * @param own what is said of figures with a component of their own, likewise
 * @param opened what the address said after the # when it was last read; another is read at once
 */
export function bindAddress(
  page: Page,
  labs: Labs,
  goTo: (place: string) => boolean,
  keep: Keep = keepNothing,
  browser: AddressWindow = window,
  sweeps: Readonly<Record<string, SweepText>> = {},
  own: Readonly<Record<string, OwnText>> = {},
  opened: string = browser.location.hash,
): AddressBar {
  const addressNow = (): Address =>
    readAddress(
      keep(browser.location.hash).rest,
      labs.all.map(({ id }) => id),
      Object.keys(sweeps),
      Object.keys(own),
    );
  let timer: ReturnType<typeof setTimeout> | undefined;
  let { place } = addressNow();
  let arrived = false;
  const hashNow = (): string =>
    joinHash(keep(browser.location.hash).kept, writeAddress(partsOf(place, page.settings, labs.all, sweeps, own)));
  const write = (): void => {
    timer = undefined;
    const hash = hashNow();
    const { pathname, search } = browser.location;
    if (hash === browser.location.hash && isWritten(browser)) return;
    try {
      browser.history.replaceState(WRITTEN, '', `${pathname}${search}${hash}`);
    } catch {
      // Without an origin of its own (a sandboxed frame) a document may not change its address; nothing else is lost.
    }
  };
  const writeSoon = (): void => {
    timer ??= setTimeout(write, PACE);
  };
  const read = (): void => {
    const address = addressNow();
    ({ place } = address);
    if (!isWritten(browser)) apply(address);
    clearTimeout(timer);
    write();
  };
  const apply = (address: Address): void => {
    for (const fault of address.faults) page.notices.notify({ kind: 'address', fault });
    page.set(address.page);
    for (const [id, changes] of Object.entries(address.labs)) labs.change(id, changes);
    for (const [id, text] of Object.entries(address.sweeps ?? {})) sweeps[id]!.setState(text);
    for (const [id, said] of Object.entries(address.own ?? {})) {
      own[id]!.setState({ ...own[id]!.getState(), ...said }, true);
    }
    visit();
  };
  const visit = (): void => {
    if (place === null || goTo(place)) return;
    page.notices.notify({ kind: 'address', fault: { text: place, kind: 'unknown', spec: null } });
    place = null;
  };
  const stops = [
    page.store.subscribe((state, previous) => {
      if (state.settings !== previous.settings) writeSoon();
    }),
    ...labs.all.flatMap(({ lab, plane }) => {
      let { taken } = plane;
      return [
        lab.store.subscribe((state, previous) => {
          if (state.settings !== previous.settings) writeSoon();
        }),
        lab.pins.store.subscribe(writeSoon),
        lab.pins.arithmetic.store.subscribe(writeSoon),
        lab.layers.store.subscribe(writeSoon),
        lab.selection.store.subscribe(writeSoon),
        lab.region.store.subscribe(writeSoon),
        lab.prior.store.subscribe(writeSoon),
        plane.on(() => {
          // While it follows the codes it moves with every frame.
          if (plane.taken !== taken) writeSoon();
          ({ taken } = plane);
        }),
      ];
    }),
  ];
  for (const text of [...Object.values(sweeps), ...Object.values(own)]) stops.push(text.subscribe(writeSoon));
  browser.addEventListener('hashchange', read);
  if (browser.location.hash === opened) writeSoon();
  else read();
  return {
    arrive() {
      if (arrived) return;
      arrived = true;
      visit();
      writeSoon();
    },
    link() {
      clearTimeout(timer);
      write();
      const { origin, pathname, search } = browser.location;
      return `${origin}${pathname}${search}${hashNow()}`;
    },
    dispose() {
      for (const stop of stops) stop();
      clearTimeout(timer);
      browser.removeEventListener('hashchange', read);
    },
  };
}

/** Whether the present entry of the history was written here. */
const isWritten = ({ history }: AddressWindow): boolean =>
  (history.state as Partial<typeof WRITTEN> | null)?.written === WRITTEN.written;
