import type { PinActions } from '../../draw/plane/pins';
import { svgElement } from '../../draw/svg';
import type { PlaneWindow } from '../../math/window';
import type { Lab } from '../../state/lab';
import { EllipseLayer } from './ellipses';
import { furnitureLayer } from './furniture';
import type { Lacks, LayerAnswers, PlaneLayer, PlaneScene, SurveyedKind } from './layer';

/** Where layers are drawn. */
export interface PlaneStage {
  readonly canvases: HTMLElement;
  readonly svg: SVGSVGElement;
}

/** What layers ask for, and what they tell. */
export interface LayerCallbacks {
  readonly pins: PinActions;
  readonly lab: Lab;
  /** The reader has moved the window. */
  taken(window: PlaneWindow): void;
  /** What the model says of the selected image has come, or no longer holds. */
  surveyed(image: PlaneScene['image']): void;
  /** Something has been computed that layers show. */
  came(answer: Partial<LayerAnswers>): void;
  /** Whether something is being computed for layers. */
  waits(kind: SurveyedKind, waiting: boolean): void;
  /** What share of it is done, 0 … 1, where that is known. */
  progress(kind: SurveyedKind, share: number): void;
  /** A layer has thrown where nobody else sees it. */
  broke(error: unknown): void;
  /** Makes the function by which one more layer says what it lacks. */
  lacking(): Lacks;
}

/** Layers of the first picture, each with where it is drawn: all others lie behind these, or in front of them. */
export interface FirstLayers {
  readonly ellipses: { readonly layer: PlaneLayer; readonly host: HTMLElement };
  readonly furniture: { readonly layer: PlaneLayer; readonly group: SVGGElement };
}

/** Makes the layers of the first picture. */
export function firstLayers(
  { canvases, svg }: PlaneStage,
  { lacking, broke }: Pick<LayerCallbacks, 'lacking' | 'broke'>,
): FirstLayers {
  const host = canvases.appendChild(document.createElement('div'));
  const group = svg.appendChild(svgElement('g', { class: 'furniture' }));
  return {
    ellipses: { layer: new EllipseLayer(host, lacking(), broke), host },
    furniture: { layer: furnitureLayer(group), group },
  };
}
