/** Clouds to be judged: four that are drawn, the reader's own, and the codes of the figure's model. */
import { createRandom, type Random } from '../../../math/random';

export const CLOUDS = ['irregular', 'line', 'ring', 'disc', 'painted', 'codes'] as const;

/** Those that are drawn. */
export type DrawnCloud = (typeof CLOUDS)[0 | 1 | 2 | 3];

/** Points of a cloud that is drawn. */
const COUNT = 600;

/** How far a point is from where it would be exactly, in radii of the unit circle. */
const BLUR = 0.08;

/** Middles of clumps, as classes that an autoencoder keeps apart. */
const CLUMPS = [
  [-2, 0.2],
  [-0.4, 1.8],
  [0.3, 0.1],
  [1.2, -1.7],
  [2.2, 0.9],
] as const;

/** A line of this half length, a ring and a disc of these radii. */
const LENGTH = 2.2;
const RING = 1.7;
const DISC = 2.1;

const onTurn = (random: Random, radius: number): readonly [number, number] => {
  const angle = 2 * Math.PI * random.uniform();
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
};

const PLACES: Readonly<Record<DrawnCloud, (random: Random) => readonly [number, number]>> = {
  irregular(random) {
    const [x, y] = CLUMPS[random.below(CLUMPS.length)]!;
    return [x + 2 * BLUR * random.normal(), y + 2 * BLUR * random.normal()];
  },
  line(random) {
    const along = LENGTH * (2 * random.uniform() - 1);
    return [0.9 * along, 0.45 * along];
  },
  ring: (random) => onTurn(random, RING),
  disc: (random) => onTurn(random, DISC * Math.sqrt(random.uniform())),
};

/** One of the clouds that are drawn, n × 2: always the same. */
export function drawnCloud(name: DrawnCloud): Float32Array {
  const random = createRandom(CLOUDS.indexOf(name));
  const points = new Float32Array(2 * COUNT);
  for (let i = 0; i < COUNT; i++) {
    const [x, y] = PLACES[name](random);
    points[2 * i] = x + BLUR * random.normal();
    points[2 * i + 1] = y + BLUR * random.normal();
  }
  return points;
}

/** Radius of the brush. */
export const BRUSH = 0.25;

/** Points that it leaves at a place. */
const SPRAYED = 6;

/** Points that a cloud can have; what is painted beyond takes the place of the first. */
const MOST = 4000;

/** A cloud with more points around a place, spread evenly over the brush. */
export function sprayed(points: Float32Array, [x, y]: readonly [number, number], random: Random): Float32Array {
  const more = Array.from({ length: SPRAYED }, () => onTurn(random, BRUSH * Math.sqrt(random.uniform())));
  const added = more.flatMap(([dx, dy]) => [x + dx, y + dy]);
  const kept = points.subarray(Math.max(0, points.length + added.length - 2 * MOST));
  const cloud = new Float32Array(kept.length + added.length);
  cloud.set(kept);
  cloud.set(added, kept.length);
  return cloud;
}

/** A cloud without its points around a place. */
export const erased = (points: Float32Array, [x, y]: readonly [number, number]): Float32Array =>
  points.filter((_, at) => {
    const i = at - (at % 2);
    return Math.hypot(points[i]! - x, points[i + 1]! - y) > BRUSH;
  });
