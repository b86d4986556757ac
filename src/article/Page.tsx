import { Moon, Sun } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { themeOf } from '../draw/theme';
import { FigureContext, useFigure } from '../panels/context';
import type { Lab } from '../state/lab';
import { PlaneView } from '../state/planeView';
import type { Settings } from '../state/settings';
import { LANGUAGES, type Language, loadWords, preferredLanguage, type Words } from '../text';
import { LabFigure } from './LabFigure';

/** Fetched after the lab: it is read below it. */
const PROSE = { en: lazy(() => import('./en.mdx')), zh: lazy(() => import('./zh.mdx')) };

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const prefersStill = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the page is dark: what the reader chose, else what the system says. */
function useDark(lab: Lab): boolean {
  const theme = useStore(lab.store, (state) => state.settings.theme);
  const [system, setSystem] = useState(prefersDark.matches);
  useEffect(() => {
    const update = (): void => setSystem(prefersDark.matches);
    prefersDark.addEventListener('change', update);
    return () => prefersDark.removeEventListener('change', update);
  }, []);
  return theme === 'auto' ? system : theme === 'dark';
}

/** The reader's language: what was chosen, else the browser's. */
export const languageOf = ({ lang }: Settings): Language =>
  lang === 'auto' ? preferredLanguage(navigator.languages) : lang;

/** The language on screen and its words; a new one is shown when its words have come. */
function useLanguage(lab: Lab, first: Words): { language: Language; words: Words } {
  const wanted = useStore(lab.store, (state) => languageOf(state.settings));
  const [shown, setShown] = useState({ language: wanted, words: first });
  useEffect(() => {
    let current = true;
    void loadWords(wanted).then((words) => {
      if (current) setShown({ language: wanted, words });
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  return shown;
}

/**
 * The whole page around its figures.
 * @param first words of the language that it opens in
 */
export function Page({ lab, first }: { lab: Lab; first: Words }) {
  const dark = useDark(lab);
  const { language, words } = useLanguage(lab, first);
  const plane = useMemo(() => new PlaneView(() => prefersStill.matches), []);
  const figure = useMemo(() => ({ lab, plane, words, theme: themeOf(dark) }), [lab, plane, words, dark]);
  const Prose = PROSE[language];

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  useEffect(() => {
    document.documentElement.lang = LANGUAGES.find(({ code }) => code === language)!.tag;
    document.title = words.title;
  }, [language, words]);

  return (
    <FigureContext value={figure}>
      <button type="button" className="skip" onClick={skipToLab}>
        {words.skip}
      </button>
      <header className="masthead">
        <h1>{words.title}</h1>
        <Switches language={language} dark={dark} />
        <p className="lead">{words.lead}</p>
      </header>
      <main>
        <LabFigure />
        <article className="prose">
          <Suspense>
            <Prose />
          </Suspense>
        </article>
      </main>
      <footer className="foot">
        <p>
          {words.footer.data} <a href="https://doi.org/10.24432/C50P49">{words.footer.dataTitle}</a>
          {language === 'en' ? ', ' : '，'}
          {words.footer.dataEnd}
        </p>
        <p>
          {words.footer.private} <a href="./third-party-notices.txt">{words.footer.licences}</a>
        </p>
      </footer>
    </FigureContext>
  );
}

/** A link would take the place of the settings after the #. */
function skipToLab(): void {
  document.querySelector<HTMLElement>('#lab button:not([disabled])')?.focus();
}

function Switches({ language, dark }: { language: Language; dark: boolean }) {
  const { lab, words } = useFigure();
  const toOther = dark ? words.theme.toLight : words.theme.toDark;
  return (
    <div className="switches">
      <fieldset className="languages">
        <legend className="hidden">{words.language}</legend>
        {LANGUAGES.map(({ code, tag, ownName }) => (
          <button
            key={code}
            type="button"
            className="button button-quiet"
            lang={tag}
            aria-pressed={code === language}
            onClick={() => void lab.set({ lang: code })}
          >
            {ownName}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        className="button button-icon"
        aria-label={toOther}
        title={toOther}
        onClick={() => void lab.set({ theme: dark ? 'light' : 'dark' })}
      >
        {dark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
      </button>
    </div>
  );
}
