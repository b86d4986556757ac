/**
 * Colours that painters need as numbers; everything else is drawn in the page's CSS variables. What both need stands
 * here, and the style sheet names it: `--theme(paper)`.
 */

export type Rgb = readonly [number, number, number];

export interface Theme {
  readonly dark: boolean;
  /** Colours of an image's intensity 0 and 1. */
  readonly paper: Rgb;
  readonly ink: Rgb;
  /** What is of the prior. */
  readonly prior: Rgb;
  /** By class; wraps around. */
  readonly classes: readonly Rgb[];
}

const rgb = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/**
 * Ten class colours after Paul Tol's "muted" scheme (Colour Schemes, SRON/EPS/TN/09-002, 2021), which stays apart
 * under the common colour blindnesses; in the dark the deep ones are raised until they can be seen.
 */
const LIGHT_CLASSES = [
  '#332288',
  '#cc6677',
  '#44aa99',
  '#aa4499',
  '#117733',
  '#88ccee',
  '#882255',
  '#999933',
  '#777788',
  '#ddaa44',
];
const DARK_CLASSES = [
  '#8d84e8',
  '#e58a98',
  '#55c4b0',
  '#cf7cc8',
  '#4fae6d',
  '#9ad6f5',
  '#d0628f',
  '#bcbc55',
  '#b3b3c0',
  '#e8c46a',
];

export const themeOf = (dark: boolean): Theme => ({
  dark,
  paper: rgb(dark ? '#1d1f22' : '#fffdf8'),
  ink: rgb(dark ? '#f2efe8' : '#1c1b19'),
  prior: rgb(dark ? '#6db8e6' : '#17618f'),
  classes: (dark ? DARK_CLASSES : LIGHT_CLASSES).map(rgb),
});

export const css = ([r, g, b]: Rgb): string => `rgb(${r} ${g} ${b})`;

export const classColour = (theme: Theme, label: number): Rgb => theme.classes[label % theme.classes.length]!;
