import type { MDXContent } from 'mdx/types';
import type { Language } from '../text';
import type { SectionId } from '../text/titles';

/** The text of a section, whose elements (src/article/parts) it is given as `components`. */
export interface SectionText {
  readonly default: MDXContent;
}

/** A section of the article: a folder of its own, with one text for each language. */
export interface Section {
  /** That of its figure, where it has one; its title stands in src/text/titles.ts. */
  readonly id: SectionId;
  /** What fetches its text; made by `importer`. */
  readonly text: Readonly<Record<Language, () => Promise<SectionText>>>;
}

/** The place of a section's text on the page: its figure has the id itself. */
export const textId = (id: SectionId): string => `${id}-text`;
