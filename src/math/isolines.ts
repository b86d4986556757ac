/** A line as x, y, x, y, … in cells from the top left; the midpoint of the first cell is at ½, ½. */
export type Polyline = readonly number[];

const NONE = -1;

/**
 * The lines on which a field of size × size cells has one value: marching squares between the midpoints of cells, with
 * linear interpolation. Closed lines end where they begin; others end at the field's edge. Every cell is visited once,
 * however many lines there are.
 * @param values row by row from the top left
 */
export function isolines(values: ArrayLike<number>, size: number, level: number): Polyline[] {
  const { links, edges } = crossings(values, size, level);
  const place = (edge: number, line: number[]): void => {
    const cell = edge >> 1;
    const next = cell + (edge % 2 === 0 ? 1 : size);
    const share = (level - values[cell]!) / (values[next]! - values[cell]!);
    const [x, y] = [(cell % size) + 0.5, Math.floor(cell / size) + 0.5];
    line.push(edge % 2 === 0 ? x + share : x, edge % 2 === 0 ? y : y + share);
  };
  /** Follows a line from one of its edges, and takes its links away. */
  const follow = (first: number): Polyline => {
    const line: number[] = [];
    let edge = first;
    place(edge, line);
    for (;;) {
      const side = links[2 * edge] === NONE ? 1 : 0;
      const next = links[2 * edge + side]!;
      if (next === NONE) return line;
      links[2 * edge + side] = NONE;
      links[2 * next + (links[2 * next] === edge ? 0 : 1)] = NONE;
      edge = next;
      place(edge, line);
    }
  };
  const lines: Polyline[] = [];
  // Those that end at the edge of the field first, from an end; what is left is closed.
  for (const edge of edges) if (links[2 * edge] !== NONE && links[2 * edge + 1] === NONE) lines.push(follow(edge));
  for (const edge of edges) if (links[2 * edge] !== NONE) lines.push(follow(edge));
  return lines;
}

/**
 * Where the value is passed between two neighbours: 2·cell is the edge from a cell to the one at its right, 2·cell + 1
 * to the one below. Each edge is linked to at most two others, one in each of the squares beside it.
 */
function crossings(values: ArrayLike<number>, size: number, level: number) {
  const links = new Int32Array(4 * size * size).fill(NONE);
  const edges: number[] = [];
  const add = (edge: number, other: number): void => {
    if (links[2 * edge] === NONE) edges.push(edge);
    links[2 * edge + (links[2 * edge] === NONE ? 0 : 1)] = other;
  };
  const join = (one: number, other: number): void => {
    add(one, other);
    add(other, one);
  };
  for (let row = 0; row + 1 < size; row++) {
    for (let column = 0; column + 1 < size; column++) {
      const cell = row * size + column;
      const [a, b, c, d] = [values[cell]!, values[cell + 1]!, values[cell + size]!, values[cell + size + 1]!];
      const inside = (a > level ? 1 : 0) + (b > level ? 2 : 0) + (c > level ? 4 : 0) + (d > level ? 8 : 0);
      if (inside === 0 || inside === 15) continue;
      const [top, left, right, bottom] = [2 * cell, 2 * cell + 1, 2 * cell + 3, 2 * (cell + size)];
      const crossed = [
        ...(a > level !== b > level ? [top] : []),
        ...(b > level !== d > level ? [right] : []),
        ...(c > level !== d > level ? [bottom] : []),
        ...(a > level !== c > level ? [left] : []),
      ];
      if (crossed.length === 2) join(crossed[0]!, crossed[1]!);
      // A saddle: two opposite corners belong together where the middle is as they are.
      else if (a > level === a + b + c + d > 4 * level) {
        join(top, right);
        join(bottom, left);
      } else {
        join(top, left);
        join(right, bottom);
      }
    }
  }
  return { links, edges };
}
