import type { PlaneView as DrawnView, EllipseCloud, EllipseStyle } from '../../draw/ellipses/cloud';
import type { PainterError } from '../../draw/ellipses/createEllipsePainter';
import type { PlaneScales } from '../../draw/plane/scales';
import type { Theme } from '../../draw/theme';
import type { PlaneWindow } from '../../math/window';
import type { Pin } from '../../state/pins';
import type { LayerSwitches } from '../../state/planeLayers';
import type { PriorState } from '../../state/priorDraws';
import type { RegionState } from '../../state/region';
import type { Selected } from '../../state/selection';
import type { Staged } from '../../state/staged';
import type { Words } from '../../text';
import type { Frame } from '../../worker/frameProtocol';
import type { ImagePosterior } from '../../worker/jobAnswers';
import type { JobAnswers } from '../../worker/jobProtocol';

/** What the worker computes for layers, each the latest that came; null before any has. */
export type LayerAnswers = { readonly [K in SurveyedKind | 'questions']: JobAnswers[K] | null };

/** Kinds that are asked for by the plane, of what it shows. */
export type SurveyedKind = 'density' | 'uncovered' | 'stretch' | 'indicatrices' | 'geodesic';

/** Before anything has been computed. */
export const NO_ANSWERS: LayerAnswers = {
  density: null,
  uncovered: null,
  stretch: null,
  indicatrices: null,
  geodesic: null,
  questions: null,
};

/** All that the layers of the plane are drawn from, at one moment. A part that has not changed is the same object. */
export interface PlaneScene extends LayerAnswers, Staged {
  readonly frame: Frame | null;
  /** Numbers of the colours of the posteriors of the frame, such as their classes; null where all have one. */
  readonly labels: Uint8Array | null;
  /** What those are called, each where it has a name; null where the numbers are the names. */
  readonly names: readonly string[] | null;
  readonly window: PlaneWindow;
  /** Latent units of the window to CSS pixels. */
  readonly scales: PlaneScales;
  /** Device pixels to draw for one CSS pixel. */
  readonly ratio: number;
  readonly theme: Theme;
  readonly words: Words;
  /** Images that are kept from training: their indices, ascending. */
  readonly heldOut: Uint32Array;
  readonly layers: LayerSwitches;
  readonly pins: readonly Pin[];
  /** The image whose posterior stands out, or −1. */
  readonly focus: number;
  /** The image that is looked at; null for none. */
  readonly selected: Selected | null;
  /** What the model says of it, the latest that came; null before any has. */
  readonly image: ImagePosterior | null;
  readonly region: RegionState;
  readonly prior: PriorState;
  /** Whether the model is asked about what is on the pad. */
  readonly drawn: boolean;
  /** The code at which the keyboard's pointer is; null where it is not in use. */
  readonly cross: readonly [number, number] | null;
}

/** What a plane may lack: its ellipses, the code for wheel, pinch and drag, or that of a layer that was switched on. */
export type PlaneProblem = PainterError['reason'] | 'gestures' | 'layer';

/** Says what a layer lacks; null once it is whole, or may be. */
export type Lacks = (problem: PlaneProblem | null) => void;

/** What a layer shows on its canvas, for whoever draws it again at other pixels. */
export type LayerInk =
  | { readonly kind: 'cloud'; readonly cloud: EllipseCloud; readonly view: DrawnView; readonly style: EllipseStyle }
  /** Pixels that are spread over a square: its left and top edge and its side in the picture. */
  | {
      readonly kind: 'image';
      readonly canvas: HTMLCanvasElement;
      readonly left: number;
      readonly top: number;
      readonly side: number;
    };

/** What a layer is drawn from; of a layer that may soon be another, all that changes. */
export type SceneParts = readonly (keyof PlaneScene)[] | 'all';

/** One of the things that lie on each other on the plane. */
export interface PlaneLayer {
  /** It is painted when one of these is another than at its last painting. */
  readonly parts: SceneParts;
  paint(scene: PlaneScene): void;
  dispose(): void;
  /** Takes what a page has few of, such as a WebGL context, or gives it back. There is none at first. */
  keep?(kept: boolean): void;
  /** Asks again for what did not come. */
  retry?(): void;
  /** Of a layer on a canvas, which is in `host`; those in the SVG are copied from there. */
  readonly drawn?: {
    readonly host: HTMLElement;
    /** @param pixels a side of the picture that is wanted; null where there is nothing to draw */
    ink(scene: PlaneScene, pixels: number): LayerInk | null;
  };
}

/**
 * Paints those layers whose parts of the scene have changed.
 * @param before the scene of the last painting; null before the first
 */
export function paintChanged(layers: readonly PlaneLayer[], scene: PlaneScene, before: PlaneScene | null): void {
  for (const layer of layers) {
    const { parts } = layer;
    if (before === null || parts === 'all' || parts.some((part) => scene[part] !== before[part])) layer.paint(scene);
  }
}
