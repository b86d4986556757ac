import { renewSheets } from './styleSheets';

/** The address in a message such as "Failed to fetch dynamically imported module: https://…/assets/x.js". */
const ADDRESS = /(?:https?|file):\/\/[^\s"']+/;

let isHeld = false;

/**
 * Whether the browser holds on to the failure of a script that parts import, and asks for it no more for as long as the page
 * lives: Firefox does, whatever address those are asked for under that import it. Then only to load the page again can help.
 */
export const isFailureHeld = (): boolean => isHeld;

/** Ms after which a script that has neither come nor failed is asked for once more. */
const LATE = 3000;

/** In WebKit an import may wait for ever where another one failed meanwhile; the same, asked for once more, has both go on. */
async function nudged<T>(load: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = new Promise<T>((resolve, reject) => {
    timer = setTimeout(() => load().then(resolve, reject), LATE);
  });
  try {
    return await Promise.race([load(), again]);
  } finally {
    clearTimeout(timer);
  }
}

/** Fetches anew the scripts of which nothing came: WebKit keeps even the answer that a file is not there, and says not of which. */
const fetchAnew = (): Promise<unknown> =>
  Promise.all(
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name, decodedBodySize }) => name.endsWith('.js') && decodedBodySize === 0)
      .map(({ name }) => fetch(name, { cache: 'reload' }).catch(() => undefined)),
  );

/**
 * A dynamic import that can be tried again. There are browsers that keep a module that did not come as failed for as
 * long as the page lives, and answer each further import of it with the same error without asking the network; so where
 * a second try fails too, the same file is asked for under another address. Where its style sheets did not come they are
 * asked for again, too.
 * @param load `() => import('./part')`, with the path written out: by its text it is told whether the file that did not come
 *   is the part's own, or one that this imports
 */
export function importer<T>(load: () => Promise<T>): () => Promise<T> {
  let tries = 0;
  /** The style sheet for want of which the last try failed. */
  let sheet = '';
  let isNamed = true;
  const attempt = async (): Promise<T> => {
    try {
      if (sheet !== '') await renewSheets(sheet);
      if (!isNamed) await fetchAnew();
      return await nudged(load);
    } catch (error) {
      const [address = ''] = ADDRESS.exec((error as Error).message) ?? [];
      sheet = address.endsWith('.css') ? address : '';
      isNamed = address !== '';
      if (isNamed && address === sheet) throw error;
      // Firefox names what did not come: another address of what the part imports would give that in its place.
      const isOwn = isNamed && String(load).includes(new URL(address).pathname.replace(/.*\//, ''));
      if (isNamed ? !isOwn : tries > 0) isHeld = true;
      if (!isOwn || tries === 0) throw error;
      return (await import(/* @vite-ignore */ `${address}${address.includes('?') ? '&' : '?'}try=${tries}`)) as T;
    } finally {
      tries++;
    }
  };
  return keptOnceThere(attempt);
}

/** Fetches something once, for all who ask; and anew after a failure. */
export function keptOnceThere<T>(get: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= get().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
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
