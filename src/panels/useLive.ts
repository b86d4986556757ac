import { useEffect, useState } from 'react';
import type { Lab } from '../state/lab';
import type { Lack } from '../state/lack';
import { type LiveKind, liveSurvey } from '../state/liveSurvey';
import type { JobAnswers } from '../worker/jobProtocol';
import { useFigure } from './context';

export interface Live<K extends LiveKind> {
  /** The latest; null before the first, and where there is none. */
  readonly answer: JobAnswers[K] | null;
  /** Why there is none; null where there is one, and before anything is known. */
  readonly lack: Lack | null;
}

/** A survey that is kept up while the panel is mounted. */
export const useLive = <K extends LiveKind>(kind: K): Live<K> => useLiveOf(useFigure().lab, kind);

/** The same of any lab. */
export function useLiveOf<K extends LiveKind>(lab: Lab, kind: K): Live<K> {
  const [live, setLive] = useState<Live<K>>({ answer: null, lack: null });
  useEffect(() => liveSurvey(lab, kind).watch((answer, lack) => setLive({ answer, lack })), [lab, kind]);
  return live;
}
