import { useEffect, useState } from 'react';
import type { Lab } from '../state/lab';
import { type LiveKind, liveSurvey } from '../state/liveSurvey';
import type { JobAnswers } from '../worker/jobProtocol';
import { useFigure } from './context';

/** The latest answer of a survey that is kept up while the panel is mounted; null before the first. */
export const useLive = <K extends LiveKind>(kind: K): JobAnswers[K] | null => useLiveOf(useFigure().lab, kind);

/** The same of any lab. */
export function useLiveOf<K extends LiveKind>(lab: Lab, kind: K): JobAnswers[K] | null {
  const [answer, setAnswer] = useState<JobAnswers[K] | null>(null);
  useEffect(() => liveSurvey(lab, kind).watch((latest) => setAnswer(() => latest)), [lab, kind]);
  return answer;
}
