import type { LayersPair } from '../formats/layersFiles';
import type { Dataset } from '../worker/libraryProtocol';
import type { EngineSummary, Origin } from '../worker/protocol';
import { ImagesError } from './failures';
import type { Settings } from './settings';

/** A run that is to go on from elsewhere, and rests there. */
export interface Adoption {
  /** All settings of the lab from then on. */
  readonly settings: Settings;
  /** Where it goes on from, with its images; or a model that is looked at, and not trained. */
  readonly from:
    | { readonly origin: (dataset: Dataset) => Omit<Origin, 'serving' | 'timeline' | 'settings'> }
    | { readonly pair: LayersPair };
  /** @throws Error where the run cannot go on with these images */
  check(dataset: Dataset): void;
}

/** @throws ImagesError with the reason where the run cannot go on with these images */
export function checkImages(adoption: Adoption, dataset: Dataset): void {
  try {
    adoption.check(dataset);
  } catch (error) {
    throw new ImagesError(error as Error);
  }
}

export const pairOf = ({ from }: Adoption): LayersPair | null => ('pair' in from ? from.pair : null);

/**
 * Where the run begins; null for a model that is looked at.
 * @param serving the engine that serves now, which it goes on with
 */
export function originOf({ from }: Adoption, dataset: Dataset, serving: EngineSummary | null): Origin | null {
  return 'pair' in from ? null : { ...from.origin(dataset), serving, timeline: null, settings: null };
}
