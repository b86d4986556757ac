import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { themeOf } from '../draw/theme';
import type { Site, Surroundings } from '../panels/context';
import type { Hideable } from '../state/embedLink';
import { isDark } from '../state/page';
import { LANGUAGES, type Language, languageOf, loadWords, type Words } from '../text';

interface PageParts {
  readonly site: Site;
  /** To speak where none is chosen, the most wanted first. */
  readonly languages: readonly string[];
  /** Words of the language that it opens in. */
  readonly first: Words;
  /** Controls that its figures leave out. */
  readonly hidden: ReadonlySet<Hideable>;
}

/** How a page speaks and looks now, and what of that could not be had. */
interface PageLook {
  readonly context: Surroundings;
  readonly dark: boolean;
  /** The language that was chosen; the one on screen is another until its words have come. */
  readonly wanted: Language;
  /** A sentence on words that did not come; null where they have, or may. */
  readonly failure: string | null;
  retry(): void;
}

/** Keeps language, theme and title of a document as its page has them, and gives what its figures need to know. */
export function usePageLook({ site, languages, first, hidden }: PageParts): PageLook {
  const { page } = site;
  const dark = useStore(page.store, isDark);
  const still = useStore(page.store, ({ system }) => system.still);
  const wanted = useStore(page.store, ({ settings }) => languageOf(settings.lang, languages));
  const { language, words, failed, retry } = useWords(wanted, first);
  const context = useMemo(
    () => ({ site, words, language, theme: themeOf(dark), still, hidden }),
    [site, words, language, dark, still, hidden],
  );

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  useEffect(() => {
    document.documentElement.lang = LANGUAGES.find(({ code }) => code === language)!.tag;
    document.title = words.title;
  }, [language, words]);

  return { context, dark, wanted, failure: failed ? failedWords(wanted, words) : null, retry };
}

/** Said in the language that is there, with the missing one by its own name. */
const failedWords = (wanted: Language, { failure }: Words): string =>
  failure.words(LANGUAGES.find(({ code }) => code === wanted)!.ownName);

/** The language on screen and its words; a new one is shown when its words have come, else the present one stays. */
function useWords(wanted: Language, first: Words) {
  const [shown, setShown] = useState<{ language: Language; words: Words }>({ language: first.code, words: first });
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    loadWords(wanted).then(
      (words) => {
        if (!current) return;
        setShown({ language: wanted, words });
        setFailed(false);
      },
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [wanted, tries]);
  return { ...shown, failed, retry: () => setTries((count) => count + 1) };
}
