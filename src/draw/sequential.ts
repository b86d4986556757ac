import { fromOklab } from './oklab';
import type { Rgb } from './theme';

/** OKLCH of the two ends of the scale: lightness, chroma and hue in radians. The low end is next to the page. */
const ENDS = {
  light: { low: [0.975, 0.012], high: [0.67, 0.15] },
  dark: { low: [0.26, 0.02], high: [0.51, 0.12] },
} as const;
const HUE = (150 * Math.PI) / 180;

/** The same of marks on the page: both ends stand out from it, three to one or more. */
const MARKS = {
  light: { low: [0.645, 0.11], high: [0.28, 0.08] },
  dark: { low: [0.53, 0.1], high: [0.9, 0.06] },
} as const;
/** That of the prior. */
const PRIOR_HUE = (242 * Math.PI) / 180;

/**
 * A sequential scale of one hue, even in perceived lightness (Ottosson, A perceptual color space for image processing,
 * 2020): of a hue that stands for nothing else, and light enough for text and lines on it.
 * @param share in [0, 1]
 */
export function sequential(share: number, dark: boolean): Rgb {
  return between(ENDS[dark ? 'dark' : 'light'], share, HUE);
}

/** A sequential scale of the prior's hue, for marks on the page. @param share in [0, 1] */
export function priorMark(share: number, dark: boolean): Rgb {
  return between(MARKS[dark ? 'dark' : 'light'], share, PRIOR_HUE);
}

/** From orange to indigo on a light page, from indigo to yellow on a dark one, the long way past violet. */
const FACTOR_HUES = {
  light: [(60 * Math.PI) / 180, (-80 * Math.PI) / 180],
  dark: [(280 * Math.PI) / 180, (450 * Math.PI) / 180],
} as const;
const FACTOR_MARKS = {
  light: { low: [0.645, 0.13], high: [0.28, 0.12] },
  dark: { low: [0.53, 0.14], high: [0.9, 0.12] },
} as const;

/**
 * A sequential scale of several hues, whose steps are told apart better, for marks on the page: its lightness alone
 * orders them, and both ends stand out.
 * @param share in [0, 1]
 */
export function factorMark(share: number, dark: boolean): Rgb {
  const page = dark ? 'dark' : 'light';
  const [from, to] = FACTOR_HUES[page];
  return between(FACTOR_MARKS[page], share, from + share * (to - from));
}

type End = readonly [lightness: number, chroma: number];

function between({ low, high }: { readonly low: End; readonly high: End }, share: number, hue: number): Rgb {
  const chroma = low[1] + share * (high[1] - low[1]);
  return fromOklab(low[0] + share * (high[0] - low[0]), chroma * Math.cos(hue), chroma * Math.sin(hue));
}
