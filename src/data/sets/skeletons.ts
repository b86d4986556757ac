/** A path of the pen before any hand deforms it: one smooth polyline a stroke. */
export interface Skeleton {
  /** Points x, y, x, y, … of all strokes; centred on 0, y downwards, the height is 1. */
  readonly points: Float64Array;
  /** Where each stroke begins and the last one ends, in points: strokes + 1 entries. */
  readonly starts: Int32Array;
  /** How often this way of writing the digit is chosen, relative to its others. */
  readonly weight: number;
}

/** Polyline pieces between two control points. */
const STEPS = 6;

/**
 * Ways in which people write each digit, as control points in hundredths of the height, in the order of the pen.
 * `|` lifts the pen, `/` turns a sharp corner at the point before it; between these the curve is smooth.
 */
const WAYS: readonly (readonly (readonly [weight: number, path: string])[])[] = [
  [
    [3, '34,0 12,14 2,50 11,85 32,100 53,86 62,50 54,15 34,0 22,3 14,11'], // oval
    [2, '42,0 23,15 12,50 14,85 28,100 44,86 54,50 53,15 42,0 30,6'], // narrow, leaning
    [2, '38,1 12,14 1,50 12,86 34,100 57,86 68,50 58,14 36,0 24,4'], // round
    [1, '46,8 28,0 9,17 2,52 11,86 30,100 50,86 59,52 52,18 38,6'], // ends inside itself
    [1, '28,4 9,20 2,54 11,87 30,100 50,87 60,53 52,17 32,1 24,5'], // barely closed
    [1, '50,14 36,0 13,14 2,50 11,85 31,100 51,86 60,52 52,20 36,8 24,14'], // closing loop on top
  ],
  [
    [4, '22,0 21,33 20,66 20,100'], // a stick
    [2, '24,0 22,30 22,65 26,100'], // a stick that bends
    [3, '2,24 13,14 24,0 / 24,33 23,66 23,100'], // flag
    [1, '6,12 16,9 25,0 / 24,33 23,66 24,100'], // small flag
    [2, '2,22 14,13 26,0 / 26,33 26,66 26,100 | 4,100 26,99 50,100'], // flag and base
    [1, '24,0 24,33 24,66 24,100 | 4,100 24,100 44,99'], // base alone
  ],
  [
    [3, '4,22 14,5 34,0 54,10 56,30 44,52 24,76 3,98 / 24,97 44,98 66,96'], // plain
    [3, '5,22 18,4 38,0 56,12 54,34 38,60 20,84 7,96 2,88 12,80 30,88 48,98 66,94'], // looped foot
    [2, '2,30 8,10 30,0 52,8 54,30 38,56 18,80 2,98 / 20,90 40,97 66,92'], // swan
    [1, '4,14 22,2 46,3 56,18 46,42 26,68 2,98 / 30,99 62,98'], // nearly a z
    [1, '8,30 10,8 32,0 50,12 46,40 26,70 6,94 0,90 8,84 26,90 50,100 70,98'], // long foot
  ],
  [
    [3, '5,13 22,0 44,3 54,20 46,38 24,47 / 46,51 60,70 50,92 26,100 2,88'], // two bows
    [2, '2,6 20,4 38,4 56,3 / 42,20 24,42 / 46,44 61,66 52,90 28,100 2,90'], // flat top
    [2, '6,14 26,0 50,7 52,27 38,42 24,49 20,44 30,42 50,54 57,76 42,96 18,99 2,88'], // looped waist
    [2, '6,10 26,0 48,8 50,28 34,43 26,47 38,51 57,66 54,88 30,100 4,94'], // soft waist
    [1, '4,20 18,2 40,2 48,20 38,36 18,42 / 44,46 64,64 60,88 34,100 6,92'], // large lower bow
  ],
  [
    [3, '14,0 11,24 4,57 / 32,59 64,55 | 47,20 46,48 44,74 42,100'], // open, straight
    [2, '46,0 24,28 1,58 / 34,60 74,57 | 46,0 46,50 46,104'], // closed
    [1, '86,57 42,60 2,60 / 26,30 48,0 / 48,50 47,104'], // closed, in one stroke
    [2, '8,2 5,22 8,42 20,52 38,50 54,42 | 54,0 54,32 52,66 49,100'], // rounded, like a y
    [2, '22,0 12,30 1,60 / 30,62 62,58 | 42,34 40,66 36,100'], // open, short stem
    [1, '10,4 6,26 4,46 / 24,50 50,47 / 54,24 56,2 / 52,50 48,100'], // open, in one stroke
  ],
  [
    [3, '14,2 13,22 9,44 / 30,36 52,44 60,68 46,92 22,100 2,90 | 14,2 36,3 60,0'], // bar last
    [2, '60,1 38,3 16,4 / 13,24 10,44 / 30,37 54,47 59,72 43,96 20,100 0,90'], // in one stroke
    [1, '58,6 36,2 18,10 14,32 32,44 52,56 56,78 40,97 18,99 2,88'], // like an s
    [1, '18,5 12,42 / 34,33 60,50 58,84 32,100 4,94 | 18,5 34,6 50,3'], // large bow
    [1, '62,0 44,6 22,4 / 18,26 18,46 / 38,42 52,54 52,76 36,95 8,100'], // small bow
  ],
  [
    [3, '46,0 24,16 8,44 4,72 16,96 38,98 54,82 50,62 32,54 14,66 6,80'], // bent stem
    [2, '38,0 20,28 7,60 9,88 28,100 50,90 54,70 40,57 20,62 9,76'], // straight stem
    [2, '54,6 36,0 16,18 4,50 6,84 26,100 46,92 50,74 36,62 18,67 7,82'], // hooked stem
    [1, '26,0 12,30 3,62 9,92 34,100 55,85 52,64 36,55 16,66 8,78'], // upright
    [1, '52,0 26,22 6,56 3,82 14,98 32,96 40,82 34,70 20,72 8,86'], // small loop
  ],
  [
    [3, '2,4 30,4 58,2 / 46,30 33,62 24,100'], // plain
    [2, '2,4 30,4 58,2 / 46,30 33,62 24,100 | 14,52 36,50 58,47'], // barred
    [2, '3,18 4,4 / 32,4 62,2 / 46,34 32,66 26,100'], // with a serif
    [2, '2,9 16,2 38,7 58,3 / 50,22 36,48 28,74 26,100'], // waved top, bent stem
    [1, '4,16 5,3 / 32,5 60,2 / 46,34 34,66 28,100 | 18,54 36,51 56,50'], // serif and bar
    [1, '0,6 28,3 52,3 58,10 50,34 38,64 30,100'], // rounded corner
  ],
  [
    [3, '50,13 32,0 12,9 11,27 30,43 51,60 55,84 34,100 10,91 8,70 26,50 46,34 53,17 44,5'], // one stroke
    [2, '30,0 12,8 12,30 30,45 48,29 47,8 30,0 20,4 | 30,45 9,57 5,82 30,100 56,82 51,57 30,45 20,49'], // two rings
    [2, '36,1 17,11 20,33 39,53 50,77 35,99 14,93 12,73 29,51 46,31 49,11 36,0 26,4'], // narrow
    [1, '57,8 36,1 15,14 20,36 43,57 51,82 32,100 10,90 11,70 32,48 51,26 58,14'], // not quite closed
    [1, '30,2 12,12 16,34 34,44 52,56 58,80 34,100 6,88 6,64 28,46 46,34 50,12 32,0 22,5'], // large lower ring
  ],
  [
    [3, '50,12 32,0 10,10 4,33 20,47 40,39 51,13 / 50,40 49,70 48,100'], // straight stem
    [2, '51,18 34,2 13,8 4,29 16,45 38,41 51,20 / 55,50 47,84 22,100 4,92'], // curved stem
    [2, '48,9 27,0 7,15 6,37 25,47 43,34 51,10 / 46,40 38,70 29,100'], // leaning stem
    [1, '46,6 28,1 12,12 12,29 28,35 42,24 47,6 / 46,40 46,70 45,100'], // small ring
    [1, '52,20 42,2 18,2 4,22 10,42 32,42 50,22 54,10 / 52,42 50,72 44,100'], // wide ring
  ],
];

/** Catmull–Rom through the control points, the ends doubled; a straight piece is divided too, so that it can bend. */
function smooth(controls: readonly (readonly [number, number])[], into: number[]): void {
  for (let i = 0; i + 1 < controls.length; i++) {
    const [p0, p1, p2, p3] = [
      controls[Math.max(0, i - 1)]!,
      controls[i]!,
      controls[i + 1]!,
      controls[i + 2] ?? controls[i + 1]!,
    ];
    for (let step = 1; step <= STEPS; step++) {
      const t = step / STEPS;
      for (let axis = 0; axis < 2; axis++) {
        const [a, b, c, d] = [p0[axis]!, p1[axis]!, p2[axis]!, p3[axis]!];
        into.push(b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))));
      }
    }
  }
}

function createSkeleton(weight: number, path: string): Skeleton {
  const points: number[] = [];
  const starts = [0];
  for (const stroke of path.split('|')) {
    let corner: (readonly [number, number])[] = [];
    for (const piece of stroke.split('/')) {
      const controls = piece
        .trim()
        .split(' ')
        .map((pair) => pair.split(',').map(Number) as [number, number]);
      if (corner.length === 0) points.push(...controls[0]!);
      smooth([...corner, ...controls], points);
      corner = controls.slice(-1);
    }
    starts.push(points.length / 2);
  }
  const xs = points.filter((_, i) => i % 2 === 0);
  const ys = points.filter((_, i) => i % 2 === 1);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const centred = points.map((v, i) => (v - (i % 2 === 0 ? (left + right) / 2 : (top + bottom) / 2)) / (bottom - top));
  return { weight, points: Float64Array.from(centred), starts: Int32Array.from(starts) };
}

/** The skeletons of the digits 0 … 9, several of each. */
export const SKELETONS: readonly (readonly Skeleton[])[] = WAYS.map((ways) =>
  ways.map(([weight, path]) => createSkeleton(weight, path)),
);
