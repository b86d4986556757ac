/** How the page is cited; CITATION.cff says the same to programs. */
const CITATION = {
  key: 'vae-geometry',
  title: 'The geometry of a variational autoencoder',
  author: 'The vae-geometry authors',
  year: 2026,
  version: '0.1.0',
} as const;

/**
 * An entry for BibTeX. The author is one name in braces of its own, since it is no person's.
 * @param url of the page; null where it is not known
 */
export const bibtex = (url: string | null): string => `@misc{${CITATION.key},
  title   = {${CITATION.title}},
  author  = {{${CITATION.author}}},
  year    = {${CITATION.year}},
  version = {${CITATION.version}},${url === null ? '' : `\n  url     = {${url}},`}
}`;
