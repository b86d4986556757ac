import type { EllipseCloud, EllipseStyle, PlaneView } from './cloud';

/** Densities of one ellipse with all layers counted, and the greatest sum that a pixel may reach. */
export interface Exposure {
  readonly fill: number;
  readonly line: number;
  readonly dot: number;
  /** No pixel's density exceeds this. */
  readonly bound: number;
  /** How many of each are expected at a point of the cloud. */
  readonly layers: { readonly fill: number; readonly line: number; readonly dot: number };
}

/** Share by which centres lean towards the page's ink. */
export const DOT_SHADE = 0.3;

/** Mean densities from which on overlapping layers thin each other out. */
const FILL_KNEE = 1;
const LINE_KNEE = 0.9;
const DOT_KNEE = 0.5;

/** How strongly: beyond the knee the density of n layers grows as n to the power 1 − THINNING. */
const THINNING = 0.62;

/**
 * Thins the ink of a crowded cloud, so that 50 ellipses and 60,000 both show their structure.
 *
 * The expected number of layers at a point of the cloud is the sum of all areas over the area that the cloud takes,
 * 4π√det of the covariance of the mixture of all discs: exact for a uniform disc and the effective area 1/∫p² of a
 * Gaussian. It is counted apart for insides, lines and centres; only the latter two depend on the zoom. As a function
 * of sums over the cloud it moves as smoothly as the cloud does.
 */
export function exposure(cloud: EllipseCloud, view: PlaneView, style: EllipseStyle): Exposure {
  const { count, mu, axes, correlation } = cloud;
  // What is inside an outline, and how long it is, by what an ellipse has of both; and the variance of a uniform
  // distribution inside, by a².
  const [shape, variance] = cloud.outline === 'rectangle' ? [4 / Math.PI, 1 / 3] : [1, 1 / 4];
  let n = 0;
  let x = 0;
  let y = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  let insides = 0;
  let perimeters = 0;
  for (let i = 0; i < count; i++) {
    const mx = mu[2 * i]!;
    const my = mu[2 * i + 1]!;
    const a = Math.abs(axes[2 * i]!);
    const b = Math.abs(axes[2 * i + 1]!);
    const rho = correlation ? correlation[i]! : 0;
    const sum = mx + my + a + b + rho;
    if (sum - sum !== 0) continue;
    n++;
    x += mx;
    y += my;
    xx += mx * mx + variance * a * a;
    yy += my * my + variance * b * b;
    xy += mx * my + variance * rho * a * b;
    const product = a * b * Math.sqrt(Math.max(0, 1 - rho * rho));
    insides += shape * product;
    perimeters += shape * Math.sqrt(a * a + b * b + 2 * product);
  }
  const { fillDensity, lineDensity, dotDensity, lineWidth, dotRadius } = style;
  if (n === 0)
    return { fill: fillDensity, line: lineDensity, dot: dotDensity, bound: 1, layers: { fill: 0, line: 0, dot: 0 } };
  const varX = xx / n - (x / n) ** 2;
  const varY = yy / n - (y / n) ** 2;
  const covXY = xy / n - (x * y) / (n * n);
  // A cloud on a line or in a point still takes the pixels of its marks.
  const pixel = view.unitsPerPixel;
  const least = ((dotRadius + lineWidth) * pixel) ** 2 / 4;
  const area = 4 * Math.sqrt(Math.max((varX + least) * (varY + least) - covXY * covXY, least * least));
  const layers = {
    fill: insides / area,
    line: (perimeters * lineWidth * pixel) / area,
    dot: (n * (dotRadius * pixel) ** 2) / area,
  };
  const fill = thinned(fillDensity, layers.fill, FILL_KNEE);
  const line = thinned(lineDensity, layers.line, LINE_KNEE);
  const dot = thinned(dotDensity, layers.dot, DOT_KNEE);
  // The line of a very thin ellipse counts 4/π; see the kernel's `draw`.
  return { fill, line, dot, bound: n * (fill + 1.3 * line + dot), layers };
}

function thinned(density: number, layers: number, knee: number): number {
  return density / (1 + (density * layers) / knee) ** THINNING;
}
