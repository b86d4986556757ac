import type { PinActions } from '../../draw/plane/marks';
import type { PlaneWindow } from '../../math/window';
import { importer } from '../../platform/importer';
import { classNamesLayer } from './classNames';
import { crossLayer } from './cross';
import { type AskDensity, DensitySurvey } from './densitySurvey';
import { EllipseLayer } from './ellipses';
import { focusLayer } from './focus';
import { furnitureLayer } from './furniture';
import { GestureLayer } from './gestures';
import { LateLayer } from './late';
import type { Lacks, PlaneLayer, PlaneScene } from './layer';
import { PinsLayer } from './pins';

/** Where layers are drawn. */
export interface PlaneStage {
  readonly canvases: HTMLElement;
  readonly svg: SVGSVGElement;
}

/** What layers ask for, and what they tell. */
export interface LayerCallbacks {
  readonly pins: PinActions;
  readonly ask: AskDensity;
  /** The reader has moved the window. */
  taken(window: PlaneWindow): void;
  /** Something has been computed that layers show. */
  came(answer: Pick<PlaneScene, 'density'>): void;
  /** Makes the function by which one more layer says what it lacks. */
  lacking(): Lacks;
}

const importDensity = importer(() => import('./density'));
const importContours = importer(() => import('./contours'));
const importTruth = importer(() => import('./truePosterior'));
const importPredicted = importer(() => import('./predicted'));
const importSample = importer(() => import('./selected'));
const importHeldOut = importer(() => import('./heldOut'));

/** All layers of a plane, from the back: those on canvases, those in the SVG, and what follows the plane unseen. */
export function planeLayers({ canvases, svg }: PlaneStage, callbacks: LayerCallbacks): PlaneLayer[] {
  const { ask, came, taken, lacking } = callbacks;
  const host = (): HTMLElement => canvases.appendChild(document.createElement('div'));
  const group = (name: string): SVGGElement => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    made.setAttribute('class', name);
    return svg.appendChild(made);
  };
  const loadDensity = (at: HTMLElement) => async () => (await importDensity()).densityLayer(at);
  const loadContours = (at: SVGGElement) => async () => (await importContours()).contoursLayer(at);
  const loadTruth = (at: SVGGElement) => async () => (await importTruth()).truePosteriorLayer(at);
  const loadPredicted = (at: SVGGElement) => async () => (await importPredicted()).predictedLayer(at);
  const loadSample = (at: SVGGElement) => async () => (await importSample()).selectedLayer(at);
  const loadHeldOut = (at: SVGGElement) => async () => (await importHeldOut()).heldOutLayer(at);
  const below = host();

  const density = new LateLayer('density', ['density', 'scales', 'theme'], loadDensity(below), lacking(), below);
  const ellipses = new EllipseLayer(host(), lacking());
  const contours = new LateLayer('contours', ['density', 'scales'], loadContours(group('contours')), lacking());
  const truth = new LateLayer(
    ({ layers, selected }) => layers.truePosterior && selected !== null,
    ['selected', 'image', 'scales'],
    loadTruth(group('true-posterior')),
    lacking(),
  );
  const predicted = new LateLayer(
    ({ layers, selected }) => layers.predicted && selected !== null,
    ['selected', 'image', 'scales'],
    loadPredicted(group('predicted')),
    lacking(),
  );
  const furniture = furnitureLayer(group('furniture'));
  const marked = ['frame', 'heldOut', 'scales'] as const;
  const heldOut = new LateLayer('heldOut', marked, loadHeldOut(group('held-out')), lacking());
  const names = classNamesLayer(group('names'));
  const sample = new LateLayer(
    ({ selected }) => selected !== null,
    ['selected', 'frame', 'image', 'scales'],
    loadSample(group('selected')),
    lacking(),
  );
  const focus = focusLayer(group('focus'));
  const cross = crossLayer(group('cross'));
  const pins = new PinsLayer(group('pins'), callbacks.pins);
  const gestures = new GestureLayer(svg, taken, (drag) => pins.dragBy(drag), lacking());
  const survey = new DensitySurvey(ask, (field) => came({ density: field }));
  return [
    density,
    ellipses,
    contours,
    truth,
    predicted,
    furniture,
    heldOut,
    names,
    sample,
    focus,
    cross,
    pins,
    gestures,
    survey,
  ];
}
