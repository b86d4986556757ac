import type { Moments } from './moments';

/** Lines of a mesh of each axis, and how far they reach on either side of the middle, in standard deviations. */
const LINES = 5;
const REACH = 2;

/** Points of a line. */
const POINTS = 33;

/** Straight lines across a plane of codes. */
export interface Mesh {
  /** First those along the first axis, then those along the second; the middle one of each is its axis. */
  readonly lines: number;
  /** lines × points × 2, line by line. */
  readonly codes: Float32Array;
}

/**
 * Lines of equal codes, at the middle of a cloud and one and two standard deviations from it, as long as they are apart
 * from end to end.
 * @param moments those of its codes, which have two axes
 */
export function meshCodes({ mean, variance }: Pick<Moments, 'mean' | 'variance'>): Mesh {
  const at = (axis: 0 | 1, share: number): number => mean[axis]! + REACH * (2 * share - 1) * Math.sqrt(variance[axis]!);
  const codes = new Float32Array(2 * LINES * POINTS * 2);
  let next = 0;
  for (const along of [0, 1] as const) {
    const across = along === 0 ? 1 : 0;
    for (let line = 0; line < LINES; line++) {
      for (let point = 0; point < POINTS; point++, next += 2) {
        codes[next + along] = at(along, point / (POINTS - 1));
        codes[next + across] = at(across, line / (LINES - 1));
      }
    }
  }
  return { lines: 2 * LINES, codes };
}
