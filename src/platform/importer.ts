import { renewSheets } from './styleSheets';

/** The address in a message such as "Failed to fetch dynamically imported module: https://…/assets/x.js". */
const ADDRESS = /(?:https?|file):\/\/[^\s"']+/;

/**
 * A dynamic import that can be tried again. There are browsers that keep a module that did not come as failed for as
 * long as the page lives, and answer each further import of it with the same error without asking the network; so where
 * a second try fails too, the same file is asked for under another address. Where its style sheets did not come they are
 * asked for again, too.
 * @param load `() => import('./part')`
 */
export function importer<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null;
  let tries = 0;
  /** The style sheet for want of which the last try failed. */
  let sheet = '';
  const attempt = async (): Promise<T> => {
    try {
      if (sheet !== '') await renewSheets(sheet);
      return await load();
    } catch (error) {
      const [address = ''] = ADDRESS.exec((error as Error).message) ?? [];
      sheet = address.endsWith('.css') ? address : '';
      // Another address mends neither what names none, nor a style sheet.
      if (address === sheet || tries === 0) throw error;
      return (await import(/* @vite-ignore */ `${address}${address.includes('?') ? '&' : '?'}try=${tries}`)) as T;
    } finally {
      tries++;
    }
  };
  return () => {
    loaded ??= attempt().catch((error: unknown) => {
      loaded = null;
      throw error;
    });
    return loaded;
  };
}

/**
 * Fetches parts by their names from a list that is itself fetched with the first of them: the script that asks has neither
 * their addresses, nor those of what they need and of their styles.
 * @param load `() => import('./list')`: as the default export, what fetches each part by its name, made by `importer`
 * @returns what fetches one of them, and rejects with an Error where it or the list does not come; a later call tries again
 */
export function listed<Parts extends object>(
  load: () => Promise<{ readonly default: { readonly [Name in keyof Parts]: () => Promise<Parts[Name]> } }>,
): <Name extends keyof Parts>(name: Name) => Promise<Parts[Name]> {
  const fetchList = importer(load);
  return async (name) => (await fetchList()).default[name]();
}
