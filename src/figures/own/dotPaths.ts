/**
 * Points as data of SVG paths, one for each label by its number: lines of no length, which round caps make dots.
 * @param count n
 * @param placeOf where the i-th is, in user units
 * @param labels n numbers; null where all are alike, which is label 0
 */
export function dotPaths(
  count: number,
  placeOf: (i: number) => readonly [x: number, y: number],
  labels: Uint8Array | null,
): string[] {
  const paths: string[] = [];
  for (let i = 0; i < count; i++) {
    const label = labels?.[i] ?? 0;
    const [x, y] = placeOf(i);
    paths[label] = `${paths[label] ?? ''}M${x.toFixed(1)} ${y.toFixed(1)}h0`;
  }
  return paths;
}
