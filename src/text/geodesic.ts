/** The geodesic beside the straight line, below the plane; it comes with that part. */
import { geodesic as en } from './geodesic.en';
import { geodesic as zh } from './geodesic.zh';
import type { Language } from './index';

export const geodesicWords: Readonly<Record<Language, typeof en>> = { en, zh };
