import type { AddressBar } from '../state/addressBar';
import { isDrawn, watchDrawn } from '../state/drawn';
import type { Lab } from '../state/lab';
import type { NoticeBoard } from '../state/notices';
import type { bindSite } from './addressBar';
import { fetchLate } from './fetchLate';

const fetchBar = () => fetchLate('addressBar');

/** Where the address is, and whom it tells that another is typed. */
type AddressWindow = Pick<Window, 'location' | 'addEventListener' | 'removeEventListener'>;

/**
 * An address bar whose script is fetched when the first picture of the page is there, or another address is typed before.
 * Until then the address stays what it was opened with; where the script does not come, the reader is told and may try
 * again.
 * @param seen the labs of the picture; where there are none the script is fetched at once
 * @param bind makes it
 */
export function lateAddressBar(
  seen: readonly Lab[],
  notices: NoticeBoard,
  bind: (bindTo: typeof bindSite) => AddressBar,
  browser: AddressWindow = window,
  fetchPart: typeof fetchBar = fetchBar,
): AddressBar {
  let bar: AddressBar | null = null;
  let arrived = false;
  let disposed = false;
  const open = async (): Promise<void> => {
    stop();
    try {
      const { bindSite } = await fetchPart();
      if (disposed) return;
      bar = bind(bindSite);
      if (arrived) bar.arrive();
    } catch {
      if (disposed) return;
      notices.notify({ kind: 'said', says: ({ failure }) => failure.part, retry: () => void open() });
    }
  };
  const look = (): void => {
    if (seen.length === 0 || seen.some(isDrawn)) void open();
  };
  const typed = (): void => void open();
  const ends = seen.map((lab) => watchDrawn(lab, look));
  browser.addEventListener('hashchange', typed);
  const stop = (): void => {
    for (const end of ends.splice(0)) end();
    browser.removeEventListener('hashchange', typed);
  };
  look();
  return {
    arrive() {
      arrived = true;
      bar?.arrive();
    },
    link: () => bar?.link() ?? browser.location.href,
    dispose() {
      disposed = true;
      stop();
      bar?.dispose();
    },
  };
}
