/** What is on a pad: types, and the table of its tools. */
import type { NoiseKind } from '../math/raster/noise';
import type { Raster } from '../math/raster/raster';

export const TOOLS = ['draw', 'erase', 'cover'] as const;

export type Tool = (typeof TOOLS)[number];

/** What the pad's noise is, and how much of it; each seed is other noise. */
export interface Noise {
  readonly kind: NoiseKind;
  /** 0 … 1, as `noisy` has it. */
  readonly amount: number;
  readonly seed: number;
}

/** What is on the pad. */
export interface DrawingState {
  /** The drawing, finer than the images of the data; intensities as theirs. */
  readonly raster: Raster;
  /** The intensity without ink. */
  readonly paper: 0 | 1;
  readonly isBlank: boolean;
  /** Whether it is brought to where images of the data lie; null where those have no paper around them to lie on. */
  readonly isPlaced: boolean | null;
  readonly noise: Noise;
  /** The image of the data that was put on the pad, which is compared; null for none. */
  readonly original: number | null;
  /** The image that the model sees, of the data's size. */
  readonly image: Float32Array;
  readonly tool: Tool;
  /** Width of each tool, as a share of the pad's shorter side. */
  readonly widths: Readonly<Record<Tool, number>>;
  /** Ink of `cover`, from 0, paper, to 1. */
  readonly shade: number;
  readonly canUndo: boolean;
  /** Whether what finds the posterior of an image did not come. */
  readonly isMissing: boolean;
}
