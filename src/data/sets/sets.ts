/** The data sets that the site has: drawn here, or shipped as sprites. */
import type { Dataset } from '../dataset';
import { loadFaces } from './faces';
import { factorsNamed, generateShapes, SHAPE_FACTORS } from './shapes';
import { readSprite } from './sprite';
import { generateStrokes } from './strokes';
import { generateDisc, generateLine, generateNoise, generateRing, type ToyOptions } from './toys';
import { noVariant } from './variant';

/** What is asked of a set. */
export interface SetRequest {
  /** Which of its variants; '' is the usual one. */
  readonly variant: string;
  /** Pixels a side, of use where the images are drawn; 0 is the size of what is shipped. */
  readonly size: number;
  /** Images, of use where they are drawn; 0 is as many as is usual. */
  readonly count: number;
}

interface DataSet {
  /** Pixels a side where the reader has not asked for others; 0 is the size of what is shipped. */
  readonly size: number;
  /**
   * @param fetchShipped the bytes of a file under public/data
   * @throws DataError if what is shipped cannot be had or read, or there is no such variant
   */
  load(request: SetRequest, fetchShipped: (path: string) => Promise<Uint8Array<ArrayBuffer>>): Promise<Dataset>;
}

/** The hand that draws strokes: the variant is its number. The setting `seed` is the model's, and leaves it alone. */
function handOf(variant: string): number {
  if (variant === '') return 1;
  if (!/^\d{1,6}$/.test(variant)) throw noVariant('strokes', variant, { largest: 999_999 });
  return Number(variant);
}

/** One that is fetched as it is: it has no variants. */
const shipped = (name: string, size: number): DataSet => ({
  size,
  async load({ variant }, fetchShipped) {
    if (variant !== '') throw noVariant(name, variant, 'none');
    const [png, json] = await Promise.all([fetchShipped(`${name}.png`), fetchShipped(`${name}.json`)]);
    return readSprite(name, png, json);
  },
});

/** One whose code is known: it has no variants. */
const toy = (name: string, generate: (options: ToyOptions) => Dataset): DataSet => ({
  size: 16,
  async load({ variant, size, count }) {
    if (variant !== '') throw noVariant(name, variant, 'none');
    return generate({ size, ...(count > 0 && { count }) });
  },
});

/** Every set by the name that it has in the settings and in addresses. */
export const SETS = {
  'uci-digits': shipped('uci-digits', 0),
  mnist: shipped('mnist', 16),
  faces: { size: 16, load: loadFaces },
  strokes: {
    size: 16,
    load: async ({ variant, size, count }) =>
      generateStrokes({ seed: handOf(variant), size, ...(count > 0 && { count }) }),
  },
  shapes: {
    size: 16,
    async load({ variant, size, count }) {
      const factors = factorsNamed(variant);
      if (factors === null) throw noVariant('shapes', variant, { factors: SHAPE_FACTORS.join(', ') });
      return generateShapes({ factors, size, ...(count > 0 && { count }) });
    },
  },
  ring: toy('ring', generateRing),
  line: toy('line', generateLine),
  disc: toy('disc', generateDisc),
  noise: toy('noise', generateNoise),
} as const satisfies Readonly<Record<string, DataSet>>;

export type SetName = keyof typeof SETS;
