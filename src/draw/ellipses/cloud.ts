/** What a painter of posteriors is given. */
import type { Outline } from '../../math/family';

/** N posteriors at true scale: their outlines at 1σ, or the share s of them. */
export interface EllipseCloud {
  readonly count: number;
  /** count × 2 centres, latent units. */
  readonly mu: Float32Array;
  /** What all outlines are; ellipses where it is left out. */
  readonly outline?: Outline;
  /** count × 2 semi-extents along z₀ and z₁, latent units; 0 for a point. */
  readonly axes: Float32Array;
  /** count correlations ρ in [−1, 1] of ellipses; null where the axes are parallel to the plane's. */
  readonly correlation?: Float32Array | null;
  /** count class numbers, or null where there are none. */
  readonly classes: Uint8Array | null;
}

/** The window of the latent plane that fills the canvas. Both axes have the same scale; z₁ grows upwards. */
export interface PlaneView {
  /** Latent coordinates of the picture's centre. */
  readonly centreX: number;
  readonly centreY: number;
  /** Latent units of one device pixel, > 0. */
  readonly unitsPerPixel: number;
  /** Size in device pixels, whole numbers. */
  readonly width: number;
  readonly height: number;
}

export type EllipseColour = readonly [red: number, green: number, blue: number];

/** Some ellipses keep their ink, the others recede. */
export interface EllipseFocus {
  readonly kind: 'class' | 'sample';
  readonly index: number;
  /** Share of their ink that the others keep, 0 … 1. */
  readonly others: number;
}

/**
 * How ellipses look. Densities are optical: those of layers add up, and a sum D covers the page by 1 − 1/√(1 + 2D), which
 * unlike 1 − e^−D still tells dense from denser. Where classes overlap they mix by the squares of their densities.
 */
export interface EllipseStyle {
  /** sRGB 0 … 255, by class; wraps around. At least one, of which the first 31 are used. */
  readonly palette: readonly EllipseColour[];
  /** Colour of the page's text: centres lean towards it, so that they stand out from their own ellipses. */
  readonly ink: EllipseColour;
  /** Densities of one ellipse where it is alone; they fall as layers overlap (`exposure`). */
  readonly fillDensity: number;
  readonly lineDensity: number;
  readonly dotDensity: number;
  /** Width of the contour's line, which the true contour halves, and radius of a point; device pixels. */
  readonly lineWidth: number;
  readonly dotRadius: number;
  readonly focus?: EllipseFocus | null;
  /**
   * What the picture lies on, where that is of one colour: by the CPU it is drawn with it, and opaque. Nothing, and it is as
   * transparent as its ellipses are.
   */
  readonly paper?: EllipseColour | null;
}

/** A painter owns its canvas and draws each cloud over the last. Whoever made it disposes of it. */
export interface EllipsePainter {
  readonly kind: 'cpu' | 'webgl';
  readonly canvas: HTMLCanvasElement;
  /**
   * Replaces the picture. The canvas takes the view's size; the cloud's arrays may be reused at once. A picture that
   * takes long is made in slices, shown when it is whole; of pictures that wait for their turn only the last is made.
   */
  paint(cloud: EllipseCloud, view: PlaneView, style: EllipseStyle): void;
  /** Completes at once what `paint` left to later slices, so that the canvas can be read. */
  finish(): void;
  dispose(): void;
}
