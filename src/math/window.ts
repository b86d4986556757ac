/** The part of the latent plane that is in view: a square, so that a circle stays a circle. */
export interface PlaneWindow {
  /** Centre. */
  readonly x: number;
  readonly y: number;
  /** Half a side. */
  readonly half: number;
}

/** A rectangle of the plane, in latent units. */
export interface PlaneBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The smallest window of a view at rest: the prior's 3σ circle with a little air. */
const REST = 3.25;

/** Half sides are taken from a ladder, so that the view rests while the codes drift a little. */
const RUNG = 1.15;

/** Centres are whole multiples of this share of the half side, for the same reason. */
const CENTRE_STEP = 0.125;

/** Share of the codes, on either side of either axis, that a fitted window may leave outside: strays hide the rest. */
const LEFT_OUT = 0.002;

/** What is held of the prior however far the codes have gone: the unit circle with a little air. */
const CIRCLE = 1.3;

/** Air around the codes. */
const AIR = 1.06;

/** Codes that are looked at: every so many of a large data set are as good as all. */
const SAMPLE = 4096;

/** A window is kept until the codes would fit one this much smaller, */
const LOOSE = RUNG ** 2;
/** or until their middle is this share of its half side from its own: then one side is empty where the other is cut off. */
const OFF = 1.5 * CENTRE_STEP;

/** The interval of one axis that holds all clouds of codes and the unit circle. */
function extent(clouds: readonly Float32Array[], axis: 0 | 1): [number, number] {
  const each = clouds.map((mu) => extentOf(mu, axis));
  return [Math.min(-CIRCLE, ...each.map(([low]) => low)), Math.max(CIRCLE, ...each.map(([, high]) => high))];
}

/** The interval of one axis that holds the codes but for strays; codes that have run off to no number do not count. */
function extentOf(mu: Float32Array, axis: 0 | 1): [number, number] {
  const stride = Math.ceil(mu.length / 2 / SAMPLE);
  const sample = new Float32Array(Math.ceil(mu.length / 2 / stride) || 0);
  for (let i = 0; i < sample.length; i++) sample[i] = mu[2 * i * stride + axis]!;
  const values = sample.filter(Number.isFinite).sort();
  const skipped = Math.floor(LEFT_OUT * values.length);
  return [values[skipped] ?? 0, values[values.length - 1 - skipped] ?? 0];
}

/**
 * The window that holds the codes and the unit circle, on a ladder of sizes and places. A window in use is kept while
 * they still fit it, lie about its middle, and would not fit a much smaller one.
 * @param codes n × 2 centres, or those of several models that are to be in the same window
 */
export function fitWindow(
  codes: Float32Array | readonly Float32Array[],
  present: PlaneWindow | null = null,
): PlaneWindow {
  const clouds = codes instanceof Float32Array ? [codes] : codes;
  const [left, right] = extent(clouds, 0);
  const [bottom, top] = extent(clouds, 1);
  const needed = Math.max(REST, (AIR * Math.max(right - left, top - bottom)) / 2);
  const [across, up] = [(left + right) / 2, (bottom + top) / 2];
  if (present !== null && present.half <= LOOSE * needed) {
    const { x, y, half } = present;
    const isAbout = half === REST || Math.max(Math.abs(across - x), Math.abs(up - y)) <= OFF * half;
    if (isAbout && left >= x - half && right <= x + half && bottom >= y - half && top <= y + half) return present;
  }
  // Codes around the origin are shown around the origin.
  if (Math.max(-left, right, -bottom, top) <= REST) return { x: 0, y: 0, half: REST };
  // The step of the centre may cost half a step on either side.
  const half = REST * RUNG ** Math.ceil(Math.log((needed * (1 + CENTRE_STEP / 2)) / REST) / Math.log(RUNG));
  const step = CENTRE_STEP * half;
  return {
    x: step * Math.round(across / step),
    y: step * Math.round(up / step),
    half,
  };
}

/** A step from one window towards another: `share` 1 arrives. Sizes are eased by ratio, as zooming is felt. */
export function easeWindow(from: PlaneWindow, to: PlaneWindow, share: number): PlaneWindow {
  const close =
    Math.abs(Math.log(to.half / from.half)) < 0.002 && Math.hypot(to.x - from.x, to.y - from.y) < 0.002 * to.half;
  if (share >= 1 || close) return to;
  return {
    x: from.x + share * (to.x - from.x),
    y: from.y + share * (to.y - from.y),
    half: from.half * (to.half / from.half) ** share,
  };
}

/** What a window shows, as a rectangle. */
export const boxOf = ({ x, y, half }: PlaneWindow): PlaneBox => ({
  left: x - half,
  bottom: y - half,
  right: x + half,
  top: y + half,
});
