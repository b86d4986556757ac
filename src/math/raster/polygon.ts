/** A closed polygon: corners x, y, x, y, … in order; the last is joined to the first. */
export type Polygon = ArrayLike<number>;

/** What a polygon holds, from its corners alone (Green's theorem). */
export interface PolygonMoments {
  /** Positive where the corners go round from the axis of x to that of y: clockwise as it is seen, with y downwards. */
  readonly area: number;
  /** Centre of mass. */
  readonly x: number;
  readonly y: number;
}

/** Area and centre of mass of a polygon that does not cross itself. */
export function polygonMoments(polygon: Polygon): PolygonMoments {
  let [twice, x, y] = [0, 0, 0];
  eachEdge(polygon, (ax, ay, bx, by) => {
    const cross = ax * by - bx * ay;
    twice += cross;
    x += ((ax + bx) * cross) / 3;
    y += ((ay + by) * cross) / 3;
  });
  return { area: twice / 2, x: x / twice, y: y / twice };
}

/**
 * The share of each pixel that a polygon covers, exactly: the sum over all pixels is its area. It must not cross itself,
 * and lie inside of the raster; pixel (i, j) reaches from i to i + 1 and from j to j + 1.
 * @returns height × width shares in [0, 1], row-major
 */
export function coverPolygon(polygon: Polygon, width: number, height: number): Float64Array {
  // A point is inside where the edges on its left go up and down unequally often. So each edge gives the height that it
  // passes to every pixel of the row on its right, and to its own pixel the share of that which is on its right.
  const cover = new Float64Array(width * height);
  const passed = new Float64Array(width * height);
  // With a positive area the left side goes up, that is towards smaller y.
  const sign = -Math.sign(polygonMoments(polygon).area);
  eachEdge(polygon, (ax, ay, bx, by) => {
    for (const [fromX, fromY, toX, toY] of piecesWithinPixels(ax, ay, bx, by)) {
      const column = Math.min(width - 1, Math.floor((fromX + toX) / 2));
      const row = Math.min(height - 1, Math.floor((fromY + toY) / 2));
      const rise = sign * (toY - fromY);
      cover[row * width + column]! += rise * (column + 1 - (fromX + toX) / 2);
      passed[row * width + column]! += rise;
    }
  });
  for (let row = 0; row < height; row++) {
    let left = 0;
    for (let at = row * width; at < (row + 1) * width; at++) {
      cover[at] = Math.min(1, Math.max(0, left + cover[at]!));
      left += passed[at]!;
    }
  }
  return cover;
}

function eachEdge(polygon: Polygon, each: (ax: number, ay: number, bx: number, by: number) => void): void {
  for (let at = 0; at < polygon.length; at += 2) {
    const next = (at + 2) % polygon.length;
    each(polygon[at]!, polygon[at + 1]!, polygon[next]!, polygon[next + 1]!);
  }
}

/** An edge cut where it passes from one pixel to another. */
function* piecesWithinPixels(
  ax: number,
  ay: number,
  bx: number,
  by: number,
): Generator<readonly [fromX: number, fromY: number, toX: number, toY: number], void> {
  const cuts = [...crossings(ax, bx), ...crossings(ay, by), 1].sort((a, b) => a - b);
  let [x, y] = [ax, ay];
  for (const share of cuts) {
    const [toX, toY] = share === 1 ? [bx, by] : [ax + share * (bx - ax), ay + share * (by - ay)];
    yield [x, y, toX, toY];
    [x, y] = [toX, toY];
  }
}

/** Where on the way from one coordinate to another there are whole numbers, as shares of the way. */
function crossings(from: number, to: number): number[] {
  const first = Math.floor(Math.min(from, to)) + 1;
  const last = Math.ceil(Math.max(from, to)) - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => (first + k - from) / (to - from));
}
