/** What the document that this page stands in says of itself: there are several of them in a site. */

/** Absolute address of the site's root, ending in a slash. */
export const siteRoot = (): string => new URL(document.documentElement.dataset.root ?? '.', document.baseURI).href;

/**
 * The languages to speak, the most wanted first: those of the reader's system, but whoever opens a translation wants that.
 * To be asked before the page changes its own language.
 */
export function languagesWanted(): readonly string[] {
  const { lang } = document.documentElement;
  return lang === 'en' ? navigator.languages : [lang, ...navigator.languages];
}
