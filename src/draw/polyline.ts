/** Points in CSS pixels joined by straight lines, as the data of an SVG path. */
export const polyline = (points: readonly (readonly [number, number])[]): string => {
  const lines = points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return lines.length === 0 ? '' : `M${lines.join('L')}${lines.length === 1 ? 'h0' : ''}`;
};
