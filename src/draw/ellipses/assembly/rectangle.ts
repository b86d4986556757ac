// AssemblyScript, compiled by `npm run kernels`
/** Adds the area inside one rectangle to the accumulation buffer of contour.ts, in the same way: by its two edges. */
import { beyond, pitch } from './contour';

/**
 * Adds `unit` × the area of |x − cx| ≤ a, |y − cy| ≤ b in every pixel of the rows 0 … rows−1.
 * @param plane address of the buffer's first row
 * @param cx in columns, with the margin
 */
export function rectangle(plane: usize, rows: f32, cx: f32, cy: f32, a: f32, b: f32, unit: f32): void {
  const top = max<f32>(cy - b, 0);
  const bottom = min<f32>(cy + b, rows);
  if (!(top < bottom)) return;
  const left = clamp(cx - a);
  const right = clamp(cx + a);
  for (let row = floor(top); row < bottom; row++) {
    const height = min<f32>(bottom, row + 1) - max<f32>(top, row);
    const address = plane + <i32>row * pitch;
    edge(address, left, unit * height);
    edge(address, right, -unit * height);
  }
}

@inline
function clamp(x: f32): f32 {
  return min<f32>(beyond, max<f32>(0, x));
}

/** What lies right of x, in one row: of the pixel that x is in the share that is left of it, of those behind it all. */
@inline
function edge(address: usize, x: f32, covered: f32): void {
  const column = floor(x);
  const at = address + ((<usize>column) << 2);
  const total = <i32>nearest(covered);
  const rest = <i32>nearest(covered * (x - column));
  store<i32>(at, load<i32>(at) + total - rest);
  store<i32>(at, load<i32>(at, 4) + rest, 4);
}
