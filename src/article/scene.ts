import { type ComponentType, createContext, useContext } from 'react';
import type { FigureSpec } from '../state/figureSpec';
import type { Language } from '../text';
import type { SectionId } from '../text/titles';

/** What the elements of the text know of where they stand. */
export interface Scene {
  readonly language: Language;
  /** From the document to the site's root: an address, or the way there. */
  readonly root: string;
  /**
   * What mounts a figure; null where nothing moves: in the document as it is before any script. There, the text is text
   * alone, and figures are places of the size that they will have.
   */
  readonly Figure: ComponentType<{ spec: FigureSpec }> | null;
  /** Opens the table of symbols. */
  openSymbols(): void;
}

export const SceneContext = createContext<Scene | null>(null);

/** The section that an element of the text stands in; null in the table of symbols, and in a caption that stands alone. */
export const SectionContext = createContext<SectionId | null>(null);

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (scene === null) throw new Error('A part of the article was mounted outside of it');
  return scene;
}
