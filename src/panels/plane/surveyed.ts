import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type LayerAnswers, NO_ANSWERS, type SurveyedKind } from './layer';

/** What the layers of a plane have had computed, and what is being computed, for what is said of it beside the plane. */
export interface Surveyed extends LayerAnswers {
  readonly waiting: readonly SurveyedKind[];
  /** What share of these is done, 0 … 1; none of kinds that do not tell. */
  readonly progress: Readonly<Partial<Record<SurveyedKind, number>>>;
}

export const createSurveyed = (): StoreApi<Surveyed> =>
  createStore<Surveyed>(() => ({ ...NO_ANSWERS, waiting: [], progress: {} }));

export const SurveyedContext = createContext<StoreApi<Surveyed> | null>(null);

/** A part of it; the panel renders again when it changes. */
export function useSurveyed<T>(select: (surveyed: Surveyed) => T): T {
  const store = useContext(SurveyedContext);
  if (store === null) throw new Error('What layers show was asked for outside a plane');
  return useStore(store, select);
}
