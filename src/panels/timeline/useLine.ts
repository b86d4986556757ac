import { useState } from 'react';
import { useStore } from 'zustand';
import type { Lab } from '../../state/lab';
import { useFigure } from '../context';
import { usePacedFrames } from '../usePaced';
import type { Line } from './placed';

/** Ms between two looks at a line that grows, and at one whose film is watched. */
const PACE = { grows: 250, film: 50 } as const;

/** A timeline, and the step that is shown of it. */
export interface ShownLine extends Line {
  readonly shown: number;
}

/** The timeline of the figure as the frame that is shown has it; null where none is kept. */
export function useLine(): ShownLine | null {
  const { lab } = useFigure();
  const [line, setLine] = useState(() => lineOf(lab));
  const isFilm = useStore(lab.timeline.store, ({ film }) => film === 'on');
  usePacedFrames(isFilm ? PACE.film : PACE.grows, () => setLine(lineOf(lab)), []);
  return line;
}

function lineOf({ timeline, frame }: Lab): ShownLine | null {
  const state = timeline.store.getState();
  if (frame === null || state.kept !== true) return null;
  const newest = state.at === null ? frame.step : state.moments.at(-1)!.step;
  return { ...state, newest, shown: frame.step };
}
