/**
 * Style sheets of parts that did not come. The bundler's loader asks for each once in the life of a page: at another try
 * it takes what failed for there, and the part would come without its styles.
 */
const missing = new Map<string, HTMLLinkElement>();

/** Those that are being asked for again. */
const renewing = new Map<string, Promise<void>>();

// Events of links do not bubble. In workers there is no document.
if (typeof document !== 'undefined') {
  const note = ({ type, target }: Event): void => {
    if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
    // Something else in the place of a sheet, such as the site's own page, counts as loaded in Chromium, and has no rules.
    if (type === 'error' || target.sheet?.cssRules.length === 0) missing.set(target.href, target);
  };
  for (const type of ['load', 'error']) document.addEventListener(type, note, { capture: true });
}

const asked = (): readonly string[] =>
  typeof document === 'undefined'
    ? []
    : Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'), ({ href }) => href);

/**
 * Calls `load`, and says which style sheets it asks for as it is called: the bundler's loader puts a link for each into
 * the document at once.
 */
export function withSheets<T>(load: () => T): { readonly loading: T; readonly sheets: readonly string[] } {
  const before = new Set(asked());
  const loading = load();
  return { loading, sheets: asked().filter((address) => !before.has(address)) };
}

/** @throws Error that names the first of these that is missing */
export function expectSheets(addresses: readonly string[]): void {
  const address = addresses.find((each) => missing.has(each));
  if (address !== undefined) throw new Error(`The style sheet did not come: ${address}`);
}

/**
 * Asks again for those of these that are still missing.
 * @throws Error that names one which does not come this time either
 */
export async function renewSheets(addresses: readonly string[]): Promise<void> {
  await Promise.all(
    addresses.map((address) => {
      const link = missing.get(address);
      if (link !== undefined) {
        missing.delete(address);
        renewing.set(
          address,
          renew(link).finally(() => renewing.delete(address)),
        );
      }
      return renewing.get(address);
    }),
  );
}

function renew(link: HTMLLinkElement): Promise<void> {
  // A link asks for its sheet when it is put into the document.
  const again = link.cloneNode() as HTMLLinkElement;
  return new Promise<Event>((resolve) => {
    again.addEventListener('load', resolve);
    again.addEventListener('error', resolve);
    link.replaceWith(again);
  }).then(() => expectSheets([link.href]));
}
