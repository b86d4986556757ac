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
  /** Of densities, where samples use another share of σ than all of it. */
  fullWidth: (what: string, many: string, share: string) =>
    `${what}, at full width; the ${many} are drawn at σ = ${share}`,
  found: (what: string, count: string, step: string) => `${what}: ${count} at step ${step}`,
};
