import type { PlaneWindow } from '../../math/window';

/** A density over a square window of the plane, at one step of the training. */
export interface DensityField {
  readonly window: PlaneWindow;
  /** Cells a side. */
  readonly size: number;
  /** size × size means over cells, an inverse area in latent units; row by row from the top left. */
  readonly values: Float32Array;
  /** The densities above which these shares of the mass lie, the smallest share first. */
  readonly levels: readonly { readonly mass: number; readonly density: number }[];
  readonly step: number;
}
