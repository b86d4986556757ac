import type { Random } from '../../math/random';
import type { Skeleton } from './skeletons';

/** What a pen has drawn, on a sheet of side 1 with y downwards. */
export interface Drawing {
  /** Points x, y, x, y, … of all strokes. */
  readonly points: Float64Array;
  /** Where each stroke begins and the last one ends, in points: strokes + 1 entries. */
  readonly starts: Int32Array;
  /** Half the width of the stroke at each point. */
  readonly radii: Float64Array;
  /** Width of the blurred edge of the ink. */
  readonly softness: number;
  /** Darkness of the ink, at most 1. */
  readonly ink: number;
}

const { PI, abs, cos, exp, max, min, sin } = Math;
const TURN = 2 * PI;

/** Waves of the wobble, in cycles over the height of the digit: three that bend it, two that make the hand unsteady. */
const WAVES = [0.5, 0.8, 1.1, 1.5, 2] as const;

/**
 * Writes one digit by hand: the skeleton is deformed by a smooth random map, so that joints stay joined, then slanted,
 * turned, and fitted into the sheet. All lengths are relative to the height of the digit until then.
 */
export function draw(skeleton: Skeleton, random: Random): Drawing {
  const { starts } = skeleton;
  const points = skeleton.points.slice();
  trim(points, starts, random);
  jitterStrokes(points, starts, random);
  deform(points, random);
  const radii = press(starts, random);
  place(points, radii, random);
  return {
    points,
    starts,
    radii,
    softness: 0.012 + 0.035 * random.uniform(),
    ink: 0.86 + 0.14 * random.uniform(),
  };
}

/** Strokes begin a little late and end a little early: the points left out fall onto the first and last that stay. */
function trim(points: Float64Array, starts: Int32Array, random: Random): void {
  for (let stroke = 0; stroke + 1 < starts.length; stroke++) {
    const [from, to] = [2 * starts[stroke]!, 2 * starts[stroke + 1]!];
    // At most a tenth at each end, and less than one curve piece: a short stroke must not become a dot.
    const most = 1 + min(5, Math.floor((to - from) / 20));
    const first = from + 2 * random.below(most);
    const last = to - 2 - 2 * random.below(most);
    for (let i = from; i < first; i++) points[i] = points[first + ((i - from) % 2)]!;
    for (let i = last + 2; i < to; i++) points[i] = points[last + ((i - from) % 2)]!;
  }
}

/** Every time the pen is lifted it comes down a little off. */
function jitterStrokes(points: Float64Array, starts: Int32Array, random: Random): void {
  for (let stroke = 1; stroke + 1 < starts.length; stroke++) {
    const [dx, dy, turn] = [clipped(random, 0.025), clipped(random, 0.025), clipped(random, 0.06)];
    const stretch = 1 + clipped(random, 0.07);
    const [from, to] = [2 * starts[stroke]!, 2 * starts[stroke + 1]!];
    const [x0, y0] = [points[from]!, points[from + 1]!];
    for (let i = from; i < to; i += 2) {
      const [x, y] = [stretch * (points[i]! - x0), stretch * (points[i + 1]! - y0)];
      points[i] = x0 + dx + x - turn * y;
      points[i + 1] = y0 + dy + y + turn * x;
    }
  }
}

/** Proportions, wobble, slant and rotation of one hand. */
function deform(points: Float64Array, random: Random): void {
  const aspect = exp(clipped(random, 0.17));
  // Moves the middle up or down: a large upper and a small lower half, or the reverse.
  const balance = clipped(random, 0.19);
  // Wider at the bottom than at the top, or the reverse.
  const taper = clipped(random, 0.18);
  const slant = 0.12 + clipped(random, 0.2);
  const angle = clipped(random, 0.07);
  const [c, s] = [cos(angle), sin(angle)];
  // WAVES × (frequency x, y, phase, amplitude x, y)
  const waves = new Float64Array(5 * WAVES.length);
  for (const [i, cycles] of WAVES.entries()) {
    const direction = TURN * random.uniform();
    // The faster, the smaller, or a round stroke would look like a polygon.
    const amplitude = 0.019 / cycles ** 1.5;
    waves[5 * i] = TURN * cycles * cos(direction);
    waves[5 * i + 1] = TURN * cycles * sin(direction);
    waves[5 * i + 2] = TURN * random.uniform();
    waves[5 * i + 3] = clipped(random, amplitude);
    waves[5 * i + 4] = clipped(random, amplitude);
  }
  for (let i = 0; i < points.length; i += 2) {
    let y = points[i + 1]!;
    let x = points[i]! * aspect * (1 + taper * y);
    y += balance * (0.25 - y * y);
    const [u, v] = [x, y];
    for (let w = 0; w < waves.length; w += 5) {
      const wave = sin(waves[w]! * u + waves[w + 1]! * v + waves[w + 2]!);
      x += waves[w + 3]! * wave;
      y += waves[w + 4]! * wave;
    }
    x -= slant * y;
    points[i] = c * x - s * y;
    points[i + 1] = s * x + c * y;
  }
}

/** Scales and moves the digit onto the sheet, wholly inside: a margin is left however wide the stroke is. */
function place(points: Float64Array, radii: Float64Array, random: Random): void {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    left = min(left, points[i]!);
    right = max(right, points[i]!);
    top = min(top, points[i + 1]!);
    bottom = max(bottom, points[i + 1]!);
  }
  const room = 2 * (0.44 - radii.reduce((widest, radius) => max(widest, radius)));
  const height = min(room, 0.6 + 0.14 * random.uniform());
  const scale = min(height / (bottom - top), min(room, 0.72) / (right - left));
  const shift = (extent: number): number => {
    const free = (room - scale * extent) / 2;
    return max(-free, min(free, clipped(random, 0.02)));
  };
  const x0 = 0.5 + shift(right - left) - (scale * (left + right)) / 2;
  const y0 = 0.5 + shift(bottom - top) - (scale * (top + bottom)) / 2;
  for (let i = 0; i < points.length; i += 2) {
    points[i] = x0 + scale * points[i]!;
    points[i + 1] = y0 + scale * points[i + 1]!;
  }
}

/**
 * Half the width of the stroke at each point: the pen's own, swelling and fading slowly along each stroke, and lighter
 * where the pen lands and leaves.
 */
function press(starts: Int32Array, random: Random): Float64Array {
  const radius = 0.043 * exp(clipped(random, 0.22));
  const radii = new Float64Array(starts.at(-1)!);
  for (let stroke = 0; stroke + 1 < starts.length; stroke++) {
    const [from, to] = [starts[stroke]!, starts[stroke + 1]!];
    const swell = abs(clipped(random, 0.16));
    const phase = TURN * random.uniform();
    const turns = 0.5 + random.uniform();
    const landing = 0.4 * random.uniform();
    const leaving = 0.6 * random.uniform();
    for (let i = from; i < to; i++) {
      const t = (i - from) / (to - from - 1);
      const ends = 1 - landing * max(0, 1 - t / 0.15) - leaving * max(0, 1 - (1 - t) / 0.2);
      radii[i] = radius * ends * (1 + swell * sin(phase + TURN * turns * t));
    }
  }
  return radii;
}

/** Normal with standard deviation `sd`, held within 2.2 of them: no hand is that far off. */
function clipped(random: Random, sd: number): number {
  return sd * max(-2.2, min(2.2, random.normal()));
}
