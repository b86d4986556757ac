/** Images along a geodesic, and along the straight line. */
export const STOPS = 9;

/** Where the images of a geodesic are: at equal shares of its corners, n × 2. */
export const stopsOf = (path: Float32Array): [x: number, y: number][] =>
  Array.from({ length: STOPS }, (_, stop) => {
    const corner = Math.round((stop / (STOPS - 1)) * (path.length / 2 - 1));
    return [path[2 * corner]!, path[2 * corner + 1]!];
  });
