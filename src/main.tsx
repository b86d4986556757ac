import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Page } from './article/Page';
import './styles.css';
import './boot.css';
import { openFigures } from './figures/openFigures';
import { FIGURES } from './figures/table';
import { languageOf, loadWords } from './text';
import { en } from './text/en';

const site = openFigures(Object.values(FIGURES), new URL('.', document.baseURI).href);
// The first figure is what the reader has come for; it need not wait until it is seen.
void window.lab.open();

const root = createRoot(document.querySelector('#root')!);
void loadWords(languageOf(site.page.settings.lang, navigator.languages))
  // The page tells of it, and tries again.
  .catch(() => en)
  .then((words) => {
    root.render(
      <StrictMode>
        <Page site={site} first={words} arrive={site.arrive} />
      </StrictMode>,
    );
  });
