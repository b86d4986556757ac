/** What the marks of the layers are that are off at first; it comes with the first of them that is switched on. */
import type { Language } from './index';
import { layerKeys as en } from './layerKeys.en';
import { layerKeys as zh } from './layerKeys.zh';

export const layerKeyWords: Readonly<Record<Language, typeof en>> = { en, zh };
