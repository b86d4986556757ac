import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrokenPage, Page } from './article/Page';
import { takeStill } from './article/still';
import './styles.css';
import './boot.css';
import { openFigures } from './figures/openFigures';
import { FIGURES } from './figures/table';
import { Boundary } from './panels/Boundary';
import { languagesWanted, siteRoot } from './state/ownDocument';
import { languageOf, loadWords } from './text';
import { en } from './text/en';

const root = siteRoot();
const languages = languagesWanted();
const site = openFigures(Object.values(FIGURES), root);
// The first figure is what the reader has come for; it need not wait until it is seen.
void window.lab.open();

const place = document.querySelector('#root')!;
const shown = createRoot(place);
void loadWords(languageOf(site.page.settings.lang, languages))
  // The page tells of it, and tries again.
  .catch(() => en)
  .then((words) => {
    const still = takeStill(place);
    shown.render(
      <StrictMode>
        <Boundary words={words} around={(failure) => <BrokenPage words={words}>{failure}</BrokenPage>}>
          <Page site={site} languages={languages} first={words} still={still} arrive={site.arrive} />
        </Boundary>
      </StrictMode>,
    );
  });
