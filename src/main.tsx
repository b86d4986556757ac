import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Page } from './article/Page';
import './styles.css';
import { FIGURES, type FigureSpec } from './figures/table';
import { readAddress } from './state/address';
import { bindAddress } from './state/addressBar';
import type { Lab } from './state/lab';
import { Labs } from './state/labs';
import { Page as PageStore } from './state/page';
import { languageOf, loadWords } from './text';
import { en } from './text/en';
import { startWorker } from './worker/client';
import { startLibrary } from './worker/library';

declare global {
  interface Window {
    /** The first lab of the page, for scripts and tests. */
    lab: Lab;
    /** Every lab by its id. */
    labs: Readonly<Record<string, Lab>>;
    /** Language, theme and messages of the page. */
    page: PageStore;
  }
}

/** The figures of this page, in their order. */
const figures: readonly FigureSpec[] = Object.values(FIGURES);
const parts = figures.flatMap(({ labs }) => labs);
const address = readAddress(
  location.hash,
  parts.map(({ id }) => id),
);

const page = new PageStore((query) => matchMedia(query), address.page);
for (const fault of address.faults) page.notices.notify({ kind: 'address', fault });

const labs = new Labs(
  {
    startClient: startWorker,
    library: startLibrary(),
    baseUrl: new URL('.', document.baseURI).href,
    schedule: (draw) => requestAnimationFrame(draw),
  },
  page,
  {
    cores: navigator.hardwareConcurrency || 2,
    now: () => performance.now(),
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  },
);
for (const { id, settings } of parts) labs.add({ id, settings }, address.labs[id]);
for (const { labs: own, linked } of figures) {
  if (linked.length > 0)
    labs.link(
      own.map(({ id }) => labs.byId(id)!),
      linked,
    );
}
window.lab = labs.all[0]!.lab;
window.labs = Object.fromEntries(labs.all.map(({ id, lab }) => [id, lab]));
window.page = page;

const showPage = (): void => labs.keeper.showPage(document.visibilityState === 'visible');
document.addEventListener('visibilitychange', showPage);
showPage();

/** Brings an element of the page into view. */
function goTo(place: string): boolean {
  const element = document.getElementById(place);
  element?.scrollIntoView();
  return element !== null;
}
bindAddress(page, labs, goTo);

// The first figure is what the reader has come for; it need not wait until it is seen.
void window.lab.open();

const root = createRoot(document.querySelector('#root')!);
void loadWords(languageOf(page.settings.lang, navigator.languages))
  // The page tells of it, and tries again.
  .catch(() => en)
  .then((words) => {
    root.render(
      <StrictMode>
        <Page page={page} labs={labs} first={words} />
      </StrictMode>,
    );
  });
