/** A page of twenty figures, one of them a pair that is compared and one a sweep, to see how a page fares that has many. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { themeOf } from '../../../src/draw/theme';
import { PageContext } from '../../../src/figures/context';
import { FigureView } from '../../../src/figures/FigureView';
import { openFigures } from '../../../src/figures/openFigures';
import { FIGURES } from '../../../src/figures/table';
import type { FigureSpec, PanelName } from '../../../src/state/figureSpec';
import { en } from '../../../src/text/en';
import '../../../src/styles.css';

const PANELS: readonly PanelName[] = ['transport', 'controls', 'plane', 'grid', 'strip', 'timeline', 'loss', 'numbers'];

const figures = Array.from({ length: 20 }, (_, i): FigureSpec => {
  const id = `figure-${i + 1}`;
  const settings = { beta: i % 2, noiseScale: i % 2, seed: i };
  // Those of their own kind are as on the site.
  if (i === 9) {
    const [left, right] = FIGURES.compare.labs;
    return {
      ...FIGURES.compare,
      id,
      labs: [
        { ...left, id },
        { ...right, id: `${id}.right` },
      ],
    };
  }
  if (i === 14) return { ...FIGURES.sweep, id };
  return { id, labs: [{ id, settings, panels: PANELS }], linked: [] };
});

const site = openFigures(figures, new URL('.', document.baseURI).href);
const context = {
  site,
  words: en,
  language: 'en',
  theme: themeOf(false),
  still: false,
  hidden: new Set<never>(),
} as const;
createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <PageContext value={context}>
      <main>
        {figures.map((spec) => (
          <FigureView key={spec.id} spec={spec} />
        ))}
      </main>
    </PageContext>
  </StrictMode>,
);
site.arrive();
