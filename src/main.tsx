import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { languageOf, Page } from './article/Page';
import './styles.css';
import { readAddress } from './state/address';
import { bindAddress } from './state/addressBar';
import { Lab } from './state/lab';
import { loadWords } from './text';
import { startWorker } from './worker/client';

declare global {
  interface Window {
    /** The first lab of the page, for scripts and tests. */
    lab: Lab;
  }
}

const { settings, faults } = readAddress(location.hash);
// Somebody who asked for less motion presses play when ready.
if (settings.autoplay === undefined && matchMedia('(prefers-reduced-motion: reduce)').matches) {
  settings.autoplay = false;
}
const lab = new Lab(
  {
    client: startWorker(),
    baseUrl: new URL('.', document.baseURI).href,
    schedule: (draw) => requestAnimationFrame(draw),
  },
  settings,
);
window.lab = lab;
for (const fault of faults) lab.notify({ kind: 'address', fault });
bindAddress(lab);
lab.open().catch((error: Error) => lab.notify({ kind: 'defect', message: error.message }));

const root = createRoot(document.querySelector('#root')!);
void loadWords(languageOf(lab.settings)).then((words) => {
  root.render(
    <StrictMode>
      <Page lab={lab} first={words} />
    </StrictMode>,
  );
});
