import { createContext, useContext, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Theme } from '../draw/theme';
import type { Lab } from '../state/lab';
import type { LabState } from '../state/labState';
import type { PlaneView } from '../state/planeView';
import type { Words } from '../text';
import type { Frame } from '../worker/protocol';

/** What the panels of one figure share. */
export interface Figure {
  readonly lab: Lab;
  readonly plane: PlaneView;
  readonly words: Words;
  readonly theme: Theme;
}

export const FigureContext = createContext<Figure | null>(null);

export function useFigure(): Figure {
  const figure = useContext(FigureContext);
  if (figure === null) throw new Error('A panel was mounted outside a figure');
  return figure;
}

/** A part of the lab's state; the panel renders again when it changes. */
export function useLab<T>(select: (state: LabState) => T): T {
  return useStore(useFigure().lab.store, select);
}

/** Calls `draw` with every frame, past React: a panel draws, it does not render. */
export function useFrames(draw: (frame: Frame) => void): void {
  const { lab } = useFigure();
  const latest = useRef(draw);
  latest.current = draw;
  useEffect(() => lab.on('frame', (frame) => latest.current(frame)), [lab]);
}
