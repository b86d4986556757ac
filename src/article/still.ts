import type { SectionId } from '../text/titles';

/** The article as it stands in the document before any script: text, formulas and the places of figures. */
export interface StillArticle {
  /** All of it, as one element. */
  readonly whole: HTMLElement;
  /** What the section holds; empty where the document has no such section. */
  nodesOf(id: SectionId): readonly Node[];
}

/** The attribute by which its sections are found. */
export const SECTION = 'data-section';

/** The classes of a section that the browser lays out only once it comes near the window. */
export const STILL_SECTION = 'section section-still';

/** Takes it out of the document, before the page takes its place; null in one that has none, as while it is developed. */
export function takeStill(root: ParentNode): StillArticle | null {
  const whole = root.querySelector<HTMLElement>('.prose');
  if (whole === null) return null;
  whole.remove();
  return {
    whole,
    nodesOf: (id) => [...(whole.querySelector(`[${SECTION}="${id}"]`)?.childNodes ?? [])],
  };
}
