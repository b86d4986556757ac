// AssemblyScript, compiled by `npm run kernels`
/** One posterior in pixels, and how its ink is shared between outline, inside and centre. */
import { contour, MARGIN } from './contour';
import { rectangle } from './rectangle';

// What the present paint has in common: the view, …
let originX: f64 = 0;
let originY: f64 = 0;
let pixelsPerUnit: f64 = 1;
// … densities of fill, line and dot with all layers counted, in units of the buffer, and sizes in pixels, …
let fill: f64 = 0;
let line: f64 = 0;
let dot: f64 = 0;
let half: f64 = 0;
let dotRadius: f64 = 0;
// … and who is in focus: nobody (0), a class (1) or a sample (2); the others keep a share of their ink.
let focusKind: i32 = 0;
let focusIndex: i32 = 0;
let others: f64 = 1;

// The cloud: addresses, 0 where there is no such array.
let mus: usize = 0;
let axes: usize = 0;
let correlations: usize = 0;
let labels: usize = 0;
let palette: u32 = 1;
let rectangles: bool = false;

/** @param x column of the latent origin, y its row: codes grow to the right and upwards */
export function setView(x: f64, y: f64, scale: f64): void {
  originX = x;
  originY = y;
  pixelsPerUnit = scale;
}

export function setInk(fillUnits: f64, lineUnits: f64, dotUnits: f64, lineWidth: f64, radius: f64): void {
  fill = fillUnits;
  line = lineUnits;
  dot = dotUnits;
  half = lineWidth / 2;
  dotRadius = radius;
}

export function setFocus(kind: i32, index: i32, share: f64): void {
  focusKind = kind;
  focusIndex = index;
  others = share;
}

/** @param isRectangles whether outlines are rectangles, which have no correlation; else they are ellipses */
export function setCloud(
  mu: usize,
  axis: usize,
  correlation: usize,
  label: usize,
  colours: i32,
  isRectangles: bool,
): void {
  mus = mu;
  axes = axis;
  correlations = correlation;
  labels = label;
  palette = colours;
  rectangles = isRectangles;
}

// The posterior in hand: centre, extents along x and y, and correlation; all in pixels, the centre without margin.
export let cx: f64 = 0;
export let cy: f64 = 0;
export let reachX: f64 = 0;
export let reachY: f64 = 0;
let ax: f64 = 0;
let ay: f64 = 0;
let rho: f64 = 0;

/** Takes posterior i in hand. Returns whether it is one: all numbers finite. */
export function take(i: i32): bool {
  const at = (<usize>i) << 3;
  cx = originX + <f64>load<f32>(mus + at) * pixelsPerUnit;
  cy = originY - <f64>load<f32>(mus + at + 4) * pixelsPerUnit;
  ax = abs(<f64>load<f32>(axes + at) * pixelsPerUnit);
  ay = abs(<f64>load<f32>(axes + at + 4) * pixelsPerUnit);
  // Rows grow downwards.
  rho = correlations ? -(<f64>load<f32>(correlations + ((<usize>i) << 2))) : 0;
  reachX = max(ax + half, dotRadius);
  reachY = max(ay + half, dotRadius);
  const sum = cx + cy + ax + ay + rho;
  return sum - sum === 0 && abs(rho) <= 1;
}

export function classOf(i: i32): i32 {
  return labels ? <i32>(<u32>load<u8>(labels + i) % palette) : 0;
}

/** Adds the posterior in hand, number i, to the rows top … top+rows−1: to its class's plane and to that of the dots. */
export function draw(i: i32, plane: usize, dots: usize, top: f64, rows: f64): void {
  const share = focusShare(i);
  if (share === 0) return;
  const x = cx + <f64>MARGIN;
  const y = cy - top;
  // The sum of the semi-axes and their product: the trace and the determinant of the root S of the covariance. A
  // rectangle has an S, too: areas and grown outlines are those of an ellipse parallel to the axes, by 4 for π.
  const product = ax * ay * sqrt(max<f64>(0, 1 - rho * rho));
  const sum = sqrt(ax * ax + ay * ay + 2 * product);
  if (sum > 0) {
    // A ring of ink along the contour: the ellipse of S + h less that of S − h. An ellipse that is too thin for the
    // latter is all ring. The inside gets what makes the whole fill come to fill·πab.
    const narrow = (sum - sqrt(max<f64>(0, sum * sum - 4 * product))) / 2;
    const ratio = 3 * (1 - (4 * product) / (sum * sum));
    // Circumference ÷ π(a + b), after Ramanujan; of a rectangle it is 4(a + b).
    const around = rectangles ? 1 : 1 + ratio / (10 + sqrt(4 - ratio));
    const ring = share * line * around;
    if (half > 0 && narrow > half) {
      const rim = (share * fill * (sum - half)) / (2 * sum);
      grown(half, product, sum, plane, x, y, rows, ring + rim);
      grown(-half, product, sum, plane, x, y, rows, share * fill - rim - ring);
    } else {
      const outer = product + half * sum + half * half;
      grown(half, product, sum, plane, x, y, rows, (share * fill * product + ring * 2 * half * sum) / outer);
    }
  }
  if (dot > 0) {
    // The centre recedes as its ellipse grows.
    const size = sum / (2 * dotRadius);
    const recede = 1 / sqrt(1 + size * size);
    const radius = dotRadius * (0.4 + 0.6 * recede);
    const units = share * dot * (0.1 + 0.9 * recede);
    add(plane, rows, x, y, radius, radius, 0, units);
    add(dots, rows, x, y, radius, radius, 0, units);
  }
}

/** The contour of S + h: its covariance is Σ + 2hS + h². */
function grown(h: f64, product: f64, sum: f64, plane: usize, x: f64, y: f64, rows: f64, units: f64): void {
  const grow = (2 * h) / sum;
  const xx = ax * ax + grow * (ax * ax + product) + h * h;
  const yy = ay * ay + grow * (ay * ay + product) + h * h;
  if (rectangles) {
    rectangle(plane, <f32>rows, <f32>x, <f32>y, <f32>sqrt(xx), <f32>sqrt(yy), <f32>units);
    return;
  }
  if (rho === 0) {
    add(plane, rows, x, y, sqrt(xx), sqrt(yy), 0, units);
    return;
  }
  const xy = rho * ax * ay * (1 + grow);
  add(plane, rows, x, y, sqrt(max<f64>(0, xx - (xy * xy) / yy)), sqrt(yy), xy / yy, units);
}

@inline
function add(plane: usize, rows: f64, x: f64, y: f64, a: f64, b: f64, shear: f64, units: f64): void {
  contour(plane, <f32>rows, <f32>x, <f32>y, <f32>a, <f32>b, <f32>shear, <f32>units);
}

@inline
function focusShare(i: i32): f64 {
  if (focusKind === 0) return 1;
  const own = focusKind === 1 ? (labels ? <i32>load<u8>(labels + i) : 0) : i;
  return own === focusIndex ? 1 : others;
}
