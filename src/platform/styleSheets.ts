/**
 * Style sheets of parts that did not come. The bundler's loader asks for each once in the life of a page: at another try
 * it takes what failed for there, and the part would come without its styles.
 */
const missing = new Map<string, HTMLLinkElement>();

/** Those that are being asked for again. */
const renewing = new Map<string, Promise<void>>();

// Errors of links do not bubble. In workers there is no document.
if (typeof document !== 'undefined') {
  const note = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missing.set(target.href, target);
  };
  document.addEventListener('error', note, { capture: true });
}

/** Addresses of all that are missing. */
export const missingSheets = (): readonly string[] => [...missing.keys()];

/**
 * Asks again for those that are still missing.
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

const renew = (link: HTMLLinkElement): Promise<void> =>
  new Promise((resolve, reject) => {
    // A link asks for its sheet when it is put into the document.
    const again = link.cloneNode() as HTMLLinkElement;
    again.addEventListener('load', () => resolve());
    again.addEventListener('error', () => reject(new Error(`The style sheet ${link.href} did not come`)));
    link.replaceWith(again);
  });
