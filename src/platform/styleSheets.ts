/**
 * Style sheets of parts that did not come. The bundler's loader asks for each once in the life of a page: at another try
 * it takes what failed for there, and the part would come without its styles.
 */
const missing = new Map<string, HTMLLinkElement>();

const note = (event: Event): void => {
  const link = event.target as HTMLLinkElement;
  if (link.rel !== 'stylesheet') return;
  const isThere = event.type === 'load';
  // Something else in the place of a sheet, such as the site's own page, counts as loaded in Chromium, and has no rules.
  if (isThere && link.sheet?.cssRules.length === 0) {
    event.stopImmediatePropagation();
    link.dispatchEvent(new Event('error'));
  } else if (isThere) missing.delete(link.href);
  else {
    missing.set(link.href, link);
    // Two parts may ask again for the same: none of what failed for either is left.
    link.remove();
  }
};
// Events of links do not bubble. In workers there is no document.
for (const type of ['load', 'error']) globalThis.document?.addEventListener(type, note, true);

/**
 * Asks again for all that are missing: a part may need several, and only the first that fails is named.
 * @param needed the address of one that must come
 * @throws Error that names it where it does not
 */
export async function renewSheets(needed: string): Promise<void> {
  const renewed = Array.from(missing.values(), (link) => {
    const again = link.cloneNode() as HTMLLinkElement;
    return new Promise((resolve) => {
      again.onload = again.onerror = resolve;
      // A link asks for its sheet when it is put into the document.
      document.head.append(again);
    });
  });
  await Promise.all(renewed);
  if (missing.has(needed)) throw new Error(`${needed} did not come`);
}
