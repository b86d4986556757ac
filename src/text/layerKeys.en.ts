export const layerKeys = {
  density: 'aggregated posterior',
  uncovered: 'unit circle that no ellipse covers',
  contours: 'share of the density inside',
  indicatrices: 'equal change of the image',
  geodesic: 'geodesic; dashed: straight line',
  outliers: 'outlying code',
  gaps: 'implausible gap',
  found: (what: string, step: string) => `${what}, step ${step}`,
};
