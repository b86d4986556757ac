/** What the layers of the plane are called and what each shows; it comes with the list of them. */
import type { Language } from './index';
import { layers as en } from './layers.en';
import { layers as zh } from './layers.zh';

/** As src/state/planeLayers.ts has them. */
type LayerName =
  | 'stretch'
  | 'density'
  | 'uncovered'
  | 'ellipses'
  | 'points'
  | 'contours'
  | 'indicatrices'
  | 'truePosterior'
  | 'predicted'
  | 'heldOut'
  | 'classes'
  | 'path'
  | 'arithmetic'
  | 'geodesic'
  | 'outliers'
  | 'gaps';

type LayerWords = Readonly<Record<LayerName, { readonly name: string; readonly says: string }>> & {
  /** Where there are no codes of images. @param names the layers that show something all the same */
  readonly decoderAlone: (names: string) => string;
};

export const layerWords: Readonly<Record<Language, LayerWords>> = { en, zh };
