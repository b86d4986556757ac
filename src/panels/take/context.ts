import { createContext, type RefObject, useContext } from 'react';

/** What stands in the place of the button: it alone, its dialog in front of the page, or a recording. */
export type TakeStage = 'button' | 'dialog' | 'recording';

export interface Taking {
  show(stage: TakeStage): void;
  /** In the figure whose panels are taken: its dialog is not. */
  readonly from: RefObject<HTMLElement | null>;
}

export const TakeContext = createContext<Taking | null>(null);

export function useTaking(): Taking {
  const taking = useContext(TakeContext);
  if (taking === null) throw new Error('A part of the dialog was mounted outside of it');
  return taking;
}
