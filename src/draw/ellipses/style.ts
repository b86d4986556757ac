import type { EllipseColour, EllipseFocus, EllipseStyle } from './cloud';

/** What of a theme the ellipses need. */
export interface EllipseTheme {
  readonly dark: boolean;
  readonly ink: EllipseColour;
  readonly classes: readonly EllipseColour[];
}

/** CSS pixels. */
const LINE_WIDTH = 1;
const DOT_RADIUS = 1.6;

/**
 * Thin lines, a light fill, points that read as points. Light lines on a dark page need more ink to be seen as well as
 * dark ones on a light page.
 * @param pixelRatio device pixels of one CSS pixel; lines grow a little slower than it, as print on better paper does
 */
export function ellipseStyle(theme: EllipseTheme, pixelRatio: number, focus: EllipseFocus | null = null): EllipseStyle {
  return {
    palette: theme.classes,
    ink: theme.ink,
    fillDensity: theme.dark ? 0.17 : 0.14,
    lineDensity: theme.dark ? 1.1 : 0.8,
    dotDensity: 3,
    lineWidth: LINE_WIDTH * Math.max(1, pixelRatio ** 0.8),
    dotRadius: DOT_RADIUS * pixelRatio,
    focus,
  };
}
