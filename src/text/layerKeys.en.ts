export const layerKeys = {
  density: 'aggregated posterior',
  uncovered: 'unit circle that none covers',
  contours: 'share of the density inside',
  indicatrices: 'equal change of the image',
  heldOut: 'kept from training',
  arithmetic: 'from B to A, and the same from C',
  geodesic: 'geodesic; dashed: straight line',
  outliers: 'outlying codes',
  gaps: 'implausible gaps',
  drawn: (count: string, of: string) => `${count} of ${of}`,
  found: (what: string, count: string, step: string) => `${what}: ${count} at step ${step}`,
};
