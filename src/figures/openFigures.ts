import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Site } from '../panels/context';
import { type Address, type LabChanges, readAddress } from '../state/address';
import type { Keep } from '../state/addressBar';
import { createDrawQueue } from '../state/drawQueue';
import type { FigureSpec } from '../state/figureSpec';
import type { Lab } from '../state/lab';
import { Labs } from '../state/labs';
import { saidOfAll } from '../state/link';
import { Page } from '../state/page';
import type { SweepDesk } from '../state/sweepDesk';
import { startWorker } from '../worker/client';
import { startLibrary } from '../worker/library';
import { lateAddressBar } from './lateAddressBar';
import { createPictureClock } from './pictureClock';

declare global {
  interface Window {
    /** The first lab of the page, for scripts and tests. */
    lab: Lab;
    /** Every lab by its id. */
    labs: Readonly<Record<string, Lab>>;
    /** Language, theme and messages of the page. */
    page: Page;
    /** Of figures that sweep a setting, by their ids, once they have come near. */
    sweeps?: Readonly<Record<string, SweepDesk>>;
  }
}

/** A page's figures, before anything is drawn. */
export interface OpenFigures extends Site {
  /** To be called once all places are on the page: goes to the one that the address names. */
  arrive(): void;
  /** Ends every worker and every subscription. */
  dispose(): void;
}

interface OpenOptions {
  /** What of the address belongs to somebody else. */
  readonly keep?: Keep;
  /** Ms out of sight after which a lab gives its worker back. */
  readonly away?: number;
}

/** The lab of a page whose figure has none of its own: nobody sees it, and its settings are those of the figure's models. */
const UNSEEN = 'lab';

/**
 * Makes the labs of a page's figures, ready for its address, for scripts, and for a tab that is hidden. None of them has
 * a worker yet: the scheduler gives them one as they come into sight.
 * @param figures in their order on the page
 * @param baseUrl absolute address of the site's root, ending in a slash
 */
export function openFigures(
  figures: readonly FigureSpec[],
  baseUrl: string,
  { keep, away }: OpenOptions = {},
): OpenFigures {
  const ids = figures.flatMap(({ labs }) => labs.map(({ id }) => id));
  const sweeping = idsWith(figures, 'sweeps');
  const owning = idsWith(figures, 'own');
  const opened = location.hash;
  const address = readAddress(
    keep === undefined ? opened : keep(opened).rest,
    ids.length === 0 ? [UNSEEN] : ids,
    sweeping,
    owning,
  );
  const page = new Page((query) => matchMedia(query), address.page);
  for (const fault of address.faults) page.notices.notify({ kind: 'address', fault });

  const clock = createPictureClock();
  const library = startLibrary();
  const labs = new Labs(
    {
      startClient: startWorker,
      library,
      baseUrl,
      schedule: createDrawQueue(clock.next),
      nextFrame: (move) => requestAnimationFrame(move),
    },
    page,
    {
      ...(away === undefined ? {} : { away }),
      cores: navigator.hardwareConcurrency || 2,
      now: () => performance.now(),
      after(ms, work) {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    },
  );
  for (const figure of figures) {
    const ids = figure.labs.map(({ id }) => id);
    const said = saidOfAll(ids, figure.linked, address.labs);
    const beside = figure.compared ? { id: figure.id, keys: figure.linked, apart: figure.apart ?? false } : null;
    const own = figure.labs.map(({ id, settings, opening, panels }, i) =>
      // What is said of the plane of one that is compared is meant for all.
      labs.add(
        { id, settings, opening, keepsPast: panels.includes('timeline'), beside: i === 0 ? null : beside },
        beside && !beside.apart && i === 0 ? ofFirst(ids, said) : said[id],
      ),
    );
    if (figure.compared) labs.compare(own, figure.linked);
    else if (figure.linked.length > 0) labs.link(own, figure.linked);
  }
  if (ids.length === 0) labs.add({ id: UNSEEN, settings: {} }, address.labs[UNSEEN]);
  window.lab = labs.all[0]!.lab;
  window.labs = Object.fromEntries(labs.all.map(({ id, lab }) => [id, lab]));
  window.page = page;

  const showPage = (): void => labs.scheduler.showPage(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', showPage);
  showPage();
  const seen = ids.map((id) => labs.entry(id)!.lab);
  const bar = lateAddressBar(seen, page.notices, (bindSite) => bindSite(site, keep, opened));
  const site: OpenFigures = {
    url: baseUrl,
    figures,
    page,
    labs,
    sweeps: textsOf(sweeping, address.sweeps),
    own: textsOf(owning, address.own),
    arrive: bar.arrive,
    link: bar.link,
    dispose() {
      bar.dispose();
      document.removeEventListener('visibilitychange', showPage);
      labs.dispose();
      library.dispose();
      clock.dispose();
      page.dispose();
    },
  };
  return site;
}

/** The ids of those figures that are of a kind. */
const idsWith = (figures: readonly FigureSpec[], kind: 'sweeps' | 'own'): string[] =>
  figures.flatMap((figure) => (figure[kind] ? [figure.id] : []));

/** What an address says of figures, by their ids; null where it says nothing. */
const textsOf = <T>(
  ids: readonly string[],
  said: Readonly<Record<string, T>> | undefined,
): Readonly<Record<string, StoreApi<T | null>>> =>
  Object.fromEntries(ids.map((id) => [id, createStore<T | null>(() => said?.[id] ?? null)]));

/** What an address says of the first of several labs, and of the plane that they share. */
const ofFirst = (ids: readonly string[], said: Address['labs']): LabChanges =>
  Object.assign({}, ...[...ids].reverse().map((id) => said[id]));
