import { createRandom } from '../../math/random';
import { coverPolygon } from '../../math/raster/polygon';
import type { Dataset, Factor } from '../dataset';
import { OUTLINES, placed, reachOf, SHAPES, type ShapeName } from './outlines';
import { requirePositive } from './positive';

/**
 * What may vary beside the shape, from where to where. Lengths are shares of the sheet's side.
 *
 * `size` is the root of the area, so that all shapes of one size have the same ink. `angle` is in radians,
 * counter-clockwise as it is seen: 30° either way, 60° in all, less than the 90° after which a square looks as before (a
 * triangle after 120°, an ellipse after 180°), so that no angle of a shape looks like another. `x` and `y` are where the
 * centre of mass is, from the left and from the top; no shape of any size leaves the sheet. `light` is the direction that
 * light comes from, in radians, all the way round: the ink fades towards it.
 */
const RANGES = {
  size: [0.24, 0.4],
  angle: [-Math.PI / 6, Math.PI / 6],
  x: [0.36, 0.64],
  y: [0.36, 0.64],
  light: [-Math.PI, Math.PI],
} as const satisfies Readonly<Record<string, readonly [least: number, most: number]>>;

type RangedFactor = keyof typeof RANGES;
type ShapeFactor = 'shape' | RangedFactor;

const RANGED = Object.keys(RANGES) as RangedFactor[];

/** Everything that may vary. */
export const SHAPE_FACTORS: readonly ShapeFactor[] = ['shape', ...RANGED];

/** What varies where nothing is said. */
const USUAL_FACTORS: readonly ShapeFactor[] = ['shape', 'size', 'x', 'y'];

/** The shape where it does not vary: every angle of it can be seen, for it has no symmetry under turns. */
const USUAL_SHAPE: ShapeName = 'heart';

/** How much of the ink is left where it is faintest, with `light`. */
const FAINTEST = 0.25;

export interface ShapesOptions {
  /** Number of images; 2,000 if not given. */
  readonly count?: number;
  /** Pixels a side; 16 if not given. */
  readonly size?: number;
  /** What varies, each at most once. All others rest: the shape is a heart, and numbers are in the middle of their range; without `light` the ink is the same all over. */
  readonly factors?: readonly ShapeFactor[];
  readonly seed?: number;
}

/** Streams of the seed: the shapes, and the values of each factor; far from those that training draws from. */
const ORDER = 121;
const VALUES = 122;

/**
 * Sprites whose factors are known: shapes of one ink, each pixel exactly the share of it that is covered. Shapes are
 * balanced to within one image and in shuffled order, all other factors are uniform over their ranges and independent.
 * The same seed and count give an image the same value of a factor whatever else varies, at every size. The shape is the
 * class, where it varies; the other factors that vary are among the data set's.
 *
 * @throws RangeError if count or size is not a positive integer
 */
export function generateShapes({
  count = 2000,
  size = 16,
  factors = USUAL_FACTORS,
  seed = 1,
}: ShapesOptions = {}): Dataset {
  requirePositive({ count, size });
  const varied = new Set(factors);
  const kinds = shapesOf(count, varied.has('shape'), seed);
  const values = Object.fromEntries(
    RANGED.map((name, k) => [name, valuesOf(name, count, varied.has(name), seed, VALUES + k)]),
  ) as Record<RangedFactor, Float32Array>;
  const images = new Float32Array(count * size * size);
  for (let i = 0; i < count; i++) {
    const sprite = {
      shape: SHAPES[kinds[i]!]!,
      size: values.size[i]!,
      angle: values.angle[i]!,
      x: values.x[i]!,
      y: values.y[i]!,
      light: varied.has('light') ? values.light[i]! : null,
    };
    images.set(drawSprite(sprite, size), i * size * size);
  }
  return {
    name: 'shapes',
    n: count,
    width: size,
    height: size,
    images,
    labels: varied.has('shape') ? Uint8Array.from(kinds) : null,
    ...(varied.has('shape') && { classNames: SHAPES }),
    factors: RANGED.filter((name) => varied.has(name)).map(
      (name): Factor => ({
        name,
        values: values[name],
        levels: null,
        ...(name === 'light' && { period: 2 * Math.PI }),
      }),
    ),
  };
}

/** Factors that vary from their names, joined by dots; null where one is none, or is named twice. '' is what is usual. */
export function factorsNamed(names: string): readonly ShapeFactor[] | null {
  if (names === '') return USUAL_FACTORS;
  const named = names.split('.');
  const known = SHAPE_FACTORS.filter((factor) => named.includes(factor));
  return known.length === named.length ? known : null;
}

/** Numbers of the shapes of all images. */
function shapesOf(count: number, varies: boolean, seed: number): Uint32Array {
  if (!varies) return new Uint32Array(count).fill(SHAPES.indexOf(USUAL_SHAPE));
  const order = Uint32Array.from({ length: count }, (_, i) => i % SHAPES.length);
  createRandom(seed, ORDER).shuffle(order);
  return order;
}

/** Values of a factor of all images. */
function valuesOf(name: RangedFactor, count: number, varies: boolean, seed: number, stream: number): Float32Array {
  const [least, most] = RANGES[name];
  const random = createRandom(seed, stream);
  return Float32Array.from({ length: count }, () => least + (most - least) * (varies ? random.uniform() : 0.5));
}

interface Sprite {
  readonly shape: ShapeName;
  readonly size: number;
  readonly angle: number;
  readonly x: number;
  readonly y: number;
  /** null where the ink is the same all over. */
  readonly light: number | null;
}

/** side × side intensities. */
function drawSprite({ shape, size, angle, x, y, light }: Sprite, side: number): Float64Array {
  const outline = OUTLINES[shape];
  const image = coverPolygon(placed(outline, size * side, angle, x * side, y * side), side, side);
  if (light === null) return image;
  // Full at the rim away from the light, faintest at the rim towards it, and linear in between.
  const reach = reachOf(outline) * size * side;
  const [towardsX, towardsY] = [Math.cos(light) / reach, -Math.sin(light) / reach];
  return image.map((cover, at) => {
    const across = ((at % side) + 0.5 - x * side) * towardsX;
    const down = (Math.floor(at / side) + 0.5 - y * side) * towardsY;
    const lit = Math.min(1, Math.max(0, (1 + across + down) / 2));
    return cover * (1 - (1 - FAINTEST) * lit);
  });
}
