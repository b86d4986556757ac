import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles.css';
import '../boot.css';
import { openFigures } from '../figures/openFigures';
import { readEmbed } from '../state/embedLink';
import { siteRoot } from '../state/ownDocument';
import { partsOf, writeAddress } from '../state/writeAddress';
import { languageOf, loadWords } from '../text';
import { en } from '../text/en';
import { answerHost } from './answerHost';
import { EmbedPage } from './EmbedPage';
import { embeddedFigure, isFirst } from './embeddedFigure';
import { fetchLate } from './fetchLate';
import { reportHeight } from './reportHeight';
import { type Steered, steeredLabs } from './steered';

/** Ms out of sight after which its worker is given back: a post may have many figures, which know nothing of each other. */
const AWAY = 4000;

const { choices, faults, kept } = readEmbed(location.hash);
const { host = null, hide = [] } = choices;
const measure = reportHeight(host);

const { spec, faults: missing } = embeddedFigure(choices);
const opened = openFigures([spec], siteRoot(), { keep: readEmbed, away: AWAY });
const { page, labs, url, sweeps, own } = opened;
// The same object: what belongs to a site is kept by it.
const site = Object.assign(opened, {
  link(): string {
    const first = isFirst(spec) ? spec.id : null;
    const place = first === null ? spec.id : null;
    return url + writeAddress(partsOf(place, page.settings, labs.all, sweeps, own), first, null);
  },
});
for (const fault of [...faults, ...missing]) page.notices.notify({ kind: 'address', fault });

// What is an embed's own is read once; an address with other choices is another embed.
addEventListener('hashchange', () => {
  if (readEmbed(location.hash).kept !== kept) location.reload();
});

const steer = async (): Promise<Steered> =>
  spec.sweeps
    ? (await fetchLate('sweep'))(site, spec)
    : spec.own
      ? (await fetchLate('own'))(site, spec)
      : steeredLabs(labs);
if (host !== null && parent !== window) answerHost(page, labs, steer, host);

const root = createRoot(document.querySelector('#root')!);
void loadWords(languageOf(page.settings.lang, navigator.languages))
  // The page tells of it, and tries again.
  .catch(() => en)
  .then((words) => {
    root.render(
      <StrictMode>
        <EmbedPage site={site} spec={spec} hidden={new Set(hide)} first={words} shown={measure} />
      </StrictMode>,
    );
    site.arrive();
  });
