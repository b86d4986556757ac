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

/** The classes of the two forms of the contents: beside the text, and above it, which unfolds. */
export const CONTENTS = { beside: 'contents-beside', above: 'contents-above' } as const;

/** The classes of a section that the browser lays out only once it comes near the window. */
export const STILL_SECTION = 'section section-still';

/** Of one that has been laid out and that the browser leaves out, at the size that it had, while it is far from the window. */
export const KEPT_SECTION = 'section section-kept';

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

/** What the reader has done with the text as it stood, for what takes its place to go on from. */
export interface LeftBy {
  /** Selector of what has the focus; null where nothing of it has. */
  readonly focused: string | null;
  /** Whether the contents above the text are unfolded. */
  readonly unfolded: boolean;
}

export function leftBy(still: StillArticle): LeftBy {
  const { whole } = still;
  return {
    focused: whole.contains(document.activeElement) ? selectorOf(document.activeElement!) : null,
    unfolded: whole.querySelector<HTMLDetailsElement>(`.${CONTENTS.above}`)?.open ?? false,
  };
}

/** By its id; of the contents, which have none, by the list that it is in. */
function selectorOf(element: Element): string | null {
  if (element.id !== '') return `#${CSS.escape(element.id)}`;
  const list = Object.values(CONTENTS).find((name) => element.closest(`.${name}`) !== null);
  if (list === undefined) return null;
  const href = element.getAttribute('href');
  return `.${list} ${element.localName}${href === null ? '' : `[href="${CSS.escape(href)}"]`}`;
}
