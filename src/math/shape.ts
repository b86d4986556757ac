import type { Sliced } from './decoding';
import { whiten } from './whiten';

/** What a cloud of centres looks like; `nothing` where the codes say nothing of the images, whatever their cloud looks like. */
export type Shape = 'nothing' | 'irregular' | 'line' | 'ring' | 'disc';

/** The verdict, and what it rests on. */
export interface ShapeVerdict {
  readonly shape: Shape;
  /** λ₂/λ₁, in [0, 1]: variance across the cloud over variance along it. Small for a line. */
  readonly flatness: number;
  /**
   * How empty the middle is beside a normal cloud of the same covariance: 1 with nothing there, 0 or less where it is
   * as full. Near 1 for a ring.
   */
  readonly hollowness: number;
  /**
   * Standard deviation over mean of the distance from the middle: 0 for a circle, 0.35 for an even disc, 0.52 for a
   * normal cloud.
   */
  readonly radialSpread: number;
  /** The emptiest eighth of a turn around the middle, in eighths of the cloud: 1 where all are alike, 0 where one is empty. */
  readonly emptiestSector: number;
  /**
   * KL in nats of the cloud to the normal cloud of the same covariance, both in 32 cells that hold 1/32 of the latter.
   * Near 0 for a disc.
   */
  readonly departure: number;
  /** KL(q̄‖p) in nats, where it is known: then it decides what is a disc, and the departure does not. */
  readonly aggregateKl: number | null;
  /** `explainedShare` of the decodes of the centres, where it is known: below 5 % nothing is coded. */
  readonly explained: number | null;
}

/** Codes say something of the images from this share of their variance on. */
const CODED = 0.05;

/** Where one shape ends, by what it is seen from. */
export const SHAPE_BOUNDS = {
  /** A cloud is a line below this λ₂/λ₁: its width is under a quarter of its length. */
  flatness: 0.06,
  /** A ring has at most a quarter of what a normal cloud has in the middle, */
  hollowness: 0.75,
  /** a wall that is thinner than that of an even disc, */
  radialSpread: 0.32,
  /** and goes all the way round. */
  emptiestSector: 0.3,
  /** A cloud of bare centres is a disc up to this departure, nats: an even disc has 0.05, four clumps over 1. */
  departure: 0.25,
} as const;

/** A cloud of ellipses is a disc where all of them together are this near to the prior, nats. */
const DISC_AGGREGATE_KL = 0.25;

/** Directions are counted in parts of a turn, and sectors are four neighbours of them, wherever they begin. */
const DIRECTIONS = 32;
const SECTOR = 4;
const SECTORS = DIRECTIONS / SECTOR;

/** Squared whitened radii that split a normal cloud into four shells of the same mass: −2 ln(1 − k/4). */
const SHELLS = [1, 2, 3].map((k) => -2 * Math.log(1 - k / 4));

/** Centres that are looked at between two rests: about a millisecond. */
const SLICE = 8192;

/**
 * Verdict on the shape of a cloud of centres, whatever its place, size and stretch. First its axes: a line is flat. Then
 * the cloud is whitened, so that an ellipse becomes a circle, and its radii and directions are looked at.
 * @param mu n × 2 centres, n ≥ 2, finite
 * @param aggregateKl KL(q̄‖p) in nats: where it is not null it decides what is a disc. A cloud of no other shape that is
 *   far from the prior is irregular then, as the codes of an autoencoder are
 * @param explained `explainedShare` of the decodes of the centres: where it is not null and next to nothing, so is what is
 *   coded, be it that posteriors have become the prior or that there is nothing in the images to find
 */
export function* cloudShape(
  mu: ArrayLike<number>,
  aggregateKl: number | null = null,
  explained: number | null = null,
): Sliced<ShapeVerdict> {
  const n = mu.length / 2;
  const { variances, coordinates } = yield* whiten(mu, 2);
  const cells = new Float64Array(4 * SECTORS);
  const directions = new Float64Array(DIRECTIONS);
  let [radii, squares] = [0, 0];
  for (let i = 0; i < n; i++) {
    if (i % SLICE === SLICE - 1) yield undefined;
    const [u, v] = [coordinates[2 * i]!, coordinates[2 * i + 1]!];
    const squared = u * u + v * v;
    let shell = 0;
    while (shell < SHELLS.length && squared >= SHELLS[shell]!) shell++;
    const turn = Math.atan2(v, u) / (2 * Math.PI) + 0.5;
    const direction = Math.min(DIRECTIONS - 1, Math.floor(DIRECTIONS * turn));
    directions[direction]! += 1 / n;
    cells[shell * SECTORS + Math.floor(direction / SECTOR)]! += 1 / n;
    radii += Math.sqrt(squared) / n;
    squares += squared / n;
  }
  const evidence = {
    flatness: variances[0]! > 0 ? variances[1]! / variances[0]! : 0,
    hollowness: 1 - 4 * cells.subarray(0, SECTORS).reduce((sum, share) => sum + share, 0),
    radialSpread: radii > 0 ? Math.sqrt(Math.max(0, squares - radii * radii)) / radii : 0,
    emptiestSector: SECTORS * emptiestSector(directions),
    departure: departure(cells, n),
    aggregateKl,
    explained,
  };
  return { shape: shapeOf(evidence), ...evidence };
}

function shapeOf(evidence: Omit<ShapeVerdict, 'shape'>): Shape {
  const { flatness, hollowness, radialSpread, emptiestSector, departure, aggregateKl, explained } = evidence;
  if (explained !== null && explained < CODED) return 'nothing';
  const bounds = SHAPE_BOUNDS;
  if (flatness < bounds.flatness) return 'line';
  const isHollow = hollowness > bounds.hollowness && radialSpread < bounds.radialSpread;
  if (isHollow && emptiestSector > bounds.emptiestSector) return 'ring';
  const disc = aggregateKl === null ? departure <= bounds.departure : aggregateKl <= DISC_AGGREGATE_KL;
  return disc ? 'disc' : 'irregular';
}

/** The least share that lies in neighbouring directions of one sector's width. */
function emptiestSector(directions: Float64Array): number {
  const sectors = directions.map((_, first) => {
    let share = 0;
    for (let k = 0; k < SECTOR; k++) share += directions[(first + k) % DIRECTIONS]!;
    return share;
  });
  return Math.min(...sectors);
}

/**
 * KL of shares to equal shares, less what chance alone gives n draws from equal ones: (cells − 1)/(2n), the correction
 * of Miller (Note on the bias of information estimates, 1955).
 */
function departure(shares: Float64Array, n: number): number {
  const kl = shares.reduce((sum, share) => (share > 0 ? sum + share * Math.log(share * shares.length) : sum), 0);
  return kl - (shares.length - 1) / (2 * n);
}
