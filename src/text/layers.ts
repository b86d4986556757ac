/** What the layers of the plane are called and what each shows; it comes with the list of them. */
import type { Language } from './index';
import { layers as en } from './layers.en';
import { layers as zh } from './layers.zh';

type LayerWords = Readonly<
  Record<
    'density' | 'ellipses' | 'points' | 'contours' | 'truePosterior' | 'predicted' | 'heldOut' | 'classes',
    { readonly name: string; readonly says: string }
  >
>;

export const layerWords: Readonly<Record<Language, LayerWords>> = { en, zh };
