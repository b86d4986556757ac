import { useEffect } from 'react';
import { useStore } from 'zustand';
import { imageSurveyOf } from '../../state/imageSurvey';
import type { Lack } from '../../state/lack';
import type { ImagePosterior } from '../../worker/jobAnswers';
import { useFigure } from '../context';

/** What the model says of the selected image, which is surveyed meanwhile; the panel renders again with every answer. */
export function useImageSurvey(): ImagePosterior | null {
  const survey = imageSurveyOf(useFigure().lab);
  useEffect(() => survey.follow(), [survey]);
  return useStore(survey.store, ({ answer }) => answer);
}

/** Why it says nothing of that image; null where it does, and before that is known. */
export const useImageLack = (): Lack | null => useStore(imageSurveyOf(useFigure().lab).store, ({ lack }) => lack);
