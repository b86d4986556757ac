import { AxisMasses } from './axisMasses';
import { ellipseOf } from './ellipse';
import type { PlanarPosteriors } from './posterior';
import type { PlaneWindow } from './window';

/** The aggregated posterior over a window of the plane. */
export interface Density {
  readonly window: PlaneWindow;
  /** Cells a side. */
  readonly size: number;
  /** size × size means of q̄ over the cells, an inverse area in units of the code; row by row from the top left. */
  readonly values: Float32Array;
  /** The share of q̄ that is inside the window. */
  readonly mass: number;
}

/** Additions to cells between two rests: about two milliseconds. */
const SLICE = 1_000_000;

/** What a posterior costs beside its cells, in such additions. */
const POSTERIOR = 1000;

/** Standard deviations after which a tilted Gaussian is cut off: 3e-7 of its mass lies beyond. */
const CUT = 5.5;

/** A tilted Gaussian is sampled at least this many times in each of its shortest standard deviations, … */
const SAMPLES = 2;

/** … but not more often than this along the side of a cell. */
const FINEST = 32;

/**
 * The aggregated posterior q̄(z) = (1/N) Σ q(z|xᵢ), averaged over the cells of a window. Unlike samples at the midpoints,
 * its total is right however narrow the posteriors are beside a cell.
 *
 * Upright posteriors, boxes and points are products of exact masses on either axis: one multiplication and addition for
 * each cell within 6σ. Tilted ones are sampled on parts of the cells that resolve them, at midpoints, with the second
 * order of the mean about them: six operations for each. Their error is below 1e-4 of their peaks; one that is
 * narrower than a sixteenth of a cell is made as wide as that. At 128² cells over the window at rest and σ = .2 a
 * posterior has 2,000 cells, so 60,000 take about 1.2e8 additions, or six times as many operations if they are tilted.
 *
 * Posteriors that are not finite are left out; N counts them.
 */
export function* aggregatedPosterior(
  { family, mu, sigma, correlation }: PlanarPosteriors,
  window: PlaneWindow,
  size: number,
): Generator<void, Density> {
  const n = mu.length / 2;
  const side = (2 * window.half) / size;
  const sums = new Float64Array(size * size);
  const columns = new AxisMasses(window.x - window.half, side, size);
  // Rows go down: their axis is turned around.
  const rows = new AxisMasses(-window.y - window.half, side, size);
  let work = 0;
  for (let i = 0; i < n; i++) {
    const [x, y, a, b] = [mu[2 * i]!, mu[2 * i + 1]!, sigma[2 * i]!, sigma[2 * i + 1]!];
    const rho = correlation === null ? 0 : correlation[i]!;
    if (!Number.isFinite(x + y + a + b + rho)) continue;
    if (rho !== 0) work += addTilted(sums, window, size, x, y, a, b, rho);
    else {
      columns.set(family, x, a);
      rows.set(family, -y, b);
      work += addProduct(sums, columns, rows);
    }
    work += POSTERIOR;
    if (work > SLICE) {
      work = 0;
      yield;
    }
  }
  const values = new Float32Array(size * size);
  let mass = 0;
  for (let cell = 0; cell < values.length; cell++) {
    mass += sums[cell]! / n;
    values[cell] = sums[cell]! / (n * side * side);
  }
  return { window, size, values, mass };
}

/** Adds the mass of an upright posterior to each cell; returns the number of cells. */
function addProduct(sums: Float64Array, columns: AxisMasses, rows: AxisMasses): number {
  const { masses, first, last, size } = columns;
  for (let row = rows.first; row <= rows.last; row++) {
    const share = rows.masses[row]!;
    const base = row * size;
    for (let column = first; column <= last; column++) sums[base + column]! += share * masses[column]!;
  }
  return Math.max(0, rows.last - rows.first + 1) * Math.max(0, last - first + 1);
}

/** Adds the mass of a tilted Gaussian to each cell; returns the number of samples. */
function addTilted(
  sums: Float64Array,
  window: PlaneWindow,
  size: number,
  x: number,
  y: number,
  sigmaX: number,
  sigmaY: number,
  correlation: number,
): number {
  const side = (2 * window.half) / size;
  const narrowest = (SAMPLES * side) / FINEST;
  const { run, rise, shear, area, shortest, ...extent } = ellipseOf(sigmaX, sigmaY, correlation, narrowest);
  const parts = Math.ceil((SAMPLES * side) / shortest);
  const step = side / parts;
  // The samples, counted from the top left of the window.
  const count = size * parts;
  const top = (window.y + window.half - y) / step - 0.5;
  const left = (x - window.x + window.half) / step - 0.5;
  const firstRow = Math.max(0, Math.ceil(top - (CUT * extent.sigmaY) / step));
  const lastRow = Math.min(count - 1, Math.floor(top + (CUT * extent.sigmaY) / step));
  // Along a row u rises by `stride`, and the density by a factor that itself falls by a constant factor.
  const stride = run * step;
  const bend = Math.exp(-stride * stride);
  const peak = (step * step) / (2 * Math.PI * area);
  const slant = run * shear;
  const trace = run * run + slant * slant + rise * rise;
  const second = (step * step) / 24;
  let samples = 0;
  for (let row = firstRow; row <= lastRow; row++) {
    const dy = (top - row) * step;
    const v = rise * dy;
    const middle = left + (shear * dy) / step;
    const first = Math.max(0, Math.ceil(middle - CUT / stride));
    const last = Math.min(count - 1, Math.floor(middle + CUT / stride));
    let part = first % parts;
    let cell = Math.floor(row / parts) * size + Math.floor(first / parts);
    let u = (first - middle) * stride;
    let value = peak * Math.exp(-0.5 * (u * u + v * v));
    let factor = Math.exp(-stride * (u + 0.5 * stride));
    for (let column = first; column <= last; column++) {
      // The mean over a square is the value at its midpoint and side²/24 of the Laplacian.
      const slopeX = run * u;
      const slopeY = slant * u - rise * v;
      const laplacian = slopeX * slopeX + slopeY * slopeY - trace;
      sums[cell]! += value * (1 + second * laplacian);
      value *= factor;
      factor *= bend;
      u += stride;
      part += 1;
      if (part === parts) {
        part = 0;
        cell += 1;
      }
    }
    samples += Math.max(0, last - first + 1);
  }
  return 6 * samples;
}
