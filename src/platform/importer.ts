import { renewSheets } from './styleSheets';

/** The address in a message such as "Failed to fetch dynamically imported module: https://…/assets/x.js". */
const ADDRESS = /\w+:\/\/\S+/;

let isHeld = false;

/**
 * Whether the browser holds on to the failure of a script that parts import, and asks for it no more for as long as the page
 * lives: Firefox does, and so did Chromium (147 still, 156 no more), whatever address those are asked for under that import
 * it. Then only to load the page again can help.
 */
export const isFailureHeld = (): boolean => isHeld;

/** Ms from a failure until the same is asked for once more. */
const LATE = 1000;

/** Fetches anew that of which nothing came: WebKit keeps even the answer that a file is not there, and says not of which. */
async function fetchAnew(): Promise<void> {
  for (const { name, decodedBodySize } of performance.getEntriesByType('resource') as PerformanceResourceTiming[]) {
    if (decodedBodySize === 0) await fetch(name, { cache: 'reload' }).catch(() => undefined);
  }
}

/** Whether a file can be had. */
const comes = (address: string): Promise<boolean> =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
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
  /** The address that the last failure names, of a script or of a style sheet; empty where it names none, as in WebKit. */
  let missing: string | null = null;
  const attempt = async (): Promise<T> => {
    try {
      if (missing === '') await fetchAnew();
      else if (missing?.endsWith('.css')) await renewSheets(missing);
      return await load();
    } catch (error) {
      missing = ADDRESS.exec((error as Error).message)?.[0] ?? '';
      const isAgain = tries++ > 0;
      if (missing.endsWith('.css')) throw error;
      if (missing === '') {
        isHeld ||= isAgain;
        // Other imports wait for ever in WebKit where one has failed meanwhile; the same, asked for once more, has them go on.
        setTimeout(() => load().catch(() => undefined), LATE);
        throw error;
      }
      // Firefox names what did not come: another address of what the part imports would give that in its place.
      const isOwn = String(load).includes(missing.replace(/.*\//, ''));
      isHeld ||= !isOwn;
      if (!isOwn || !isAgain) throw error;
      try {
        return (await import(/* @vite-ignore */ `${missing}?try=${tries}`)) as T;
      } catch (renamed) {
        // Chromium names the part itself where it is one that this imports that did not come.
        isHeld ||= await comes(missing);
        throw renamed;
      }
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
