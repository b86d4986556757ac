import type { PinActions } from '../../draw/plane/marks';
import { svgElement } from '../../draw/svg';
import type { PlaneWindow } from '../../math/window';
import { importer } from '../../platform/importer';
import type { Lab } from '../../state/lab';
import type { LayerName, LayerSwitches } from '../../state/planeLayers';
import { classNamesLayer } from './classNames';
import { crossLayer } from './cross';
import { EllipseLayer } from './ellipses';
import { focusLayer } from './focus';
import { furnitureLayer } from './furniture';
import { GestureLayer } from './gestures';
import { LateLayer } from './late';
import type { Lacks, LayerAnswers, PlaneLayer, SurveyedKind } from './layer';
import { PinsLayer } from './pins';

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
  /** Something has been computed that layers show. */
  came(answer: Partial<LayerAnswers>): void;
  /** Whether something is being computed for layers. */
  waits(kind: SurveyedKind, waiting: boolean): void;
  /** What share of it is done, 0 … 1, where that is known. */
  progress(kind: SurveyedKind, share: number): void;
  /** Makes the function by which one more layer says what it lacks. */
  lacking(): Lacks;
}

const importDensity = importer(() => import('./density'));
const importContours = importer(() => import('./contours'));
const importUncovered = importer(() => import('./uncovered'));
const importStretch = importer(() => import('./stretch'));
const importIndicatrices = importer(() => import('./indicatrices'));
const importGeodesic = importer(() => import('./geodesic'));
const importOutliers = importer(() => import('./outliers'));
const importGaps = importer(() => import('./gaps'));
const importSurveys = importer(() => import('./surveys'));
const importTruth = importer(() => import('./truePosterior'));
const importPredicted = importer(() => import('./predicted'));
const importSample = importer(() => import('./selected'));
const importHeldOut = importer(() => import('./heldOut'));

/** All layers of a plane, from the back: those on canvases, those in the SVG, and what follows the plane unseen. */
export function planeLayers({ canvases, svg }: PlaneStage, callbacks: LayerCallbacks): PlaneLayer[] {
  const { lab, taken, lacking } = callbacks;
  const host = (): HTMLElement => canvases.appendChild(document.createElement('div'));
  const group = (name: string): SVGGElement => svg.appendChild(svgElement('g', { class: name }));
  /** A layer on a canvas, drawn of what has been computed under its own name. */
  const lateField = (
    name: 'density' | 'uncovered' | 'stretch',
    load: () => Promise<(at: HTMLElement) => PlaneLayer>,
  ): PlaneLayer => {
    const at = host();
    return new LateLayer(name, [], async () => (await load())(at), lacking(), at);
  };
  /** A layer in the SVG. */
  const lateGroup = (name: LayerName, load: () => Promise<(at: SVGGElement) => PlaneLayer>): PlaneLayer => {
    const at = group(name);
    return new LateLayer(name, [], async () => (await load())(at), lacking());
  };
  /** A layer of the image that is selected, where it is switched on. */
  const lateSelected = (
    name: string,
    isOn: (layers: LayerSwitches) => boolean,
    load: () => Promise<(at: SVGGElement) => PlaneLayer>,
  ): PlaneLayer => {
    const at = group(name);
    return new LateLayer(
      ({ layers, selected }) => selected !== null && isOn(layers),
      ['selected'],
      async () => (await load())(at),
      lacking(),
    );
  };

  const stretch = lateField('stretch', async () => (await importStretch()).stretchLayer);
  const density = lateField('density', async () => (await importDensity()).densityLayer);
  const uncovered = lateField('uncovered', async () => (await importUncovered()).uncoveredLayer);
  const ellipses = new EllipseLayer(host(), lacking());
  const stretchLines = lateGroup('stretch', async () => (await importStretch()).stretchLinesLayer);
  const contours = lateGroup('contours', async () => (await importContours()).contoursLayer);
  const indicatrices = lateGroup('indicatrices', async () => (await importIndicatrices()).indicatricesLayer);
  const truth = lateSelected(
    'true-posterior',
    ({ truePosterior }) => truePosterior,
    async () => (await importTruth()).truePosteriorLayer,
  );
  const predicted = lateSelected(
    'predicted',
    ({ predicted }) => predicted,
    async () => (await importPredicted()).predictedLayer,
  );
  const furniture = furnitureLayer(group('furniture'));
  const heldOut = lateGroup('heldOut', async () => (await importHeldOut()).heldOutLayer);
  const names = classNamesLayer(group('names'));
  const geodesic = lateGroup('geodesic', async () => (await importGeodesic()).geodesicLayer);
  const outliers = lateGroup('outliers', async () => (await importOutliers()).outliersLayer);
  const gaps = lateGroup('gaps', async () => (await importGaps()).gapsLayer);
  const stretchKey = lateGroup('stretch', async () => (await importStretch()).stretchKeyLayer);
  const sample = lateSelected(
    'selected',
    () => true,
    async () => (await importSample()).selectedLayer,
  );
  const focus = focusLayer(group('focus'));
  const cross = crossLayer(group('cross'));
  const pins = new PinsLayer(group('pins'), callbacks.pins);
  const gestures = new GestureLayer(svg, taken, (drag) => pins.dragBy(drag), lacking());
  const surveys = new LateLayer(
    ({ layers }) => SURVEYED.some((name) => layers[name]),
    [],
    async () => (await importSurveys()).planeSurveys(lab, callbacks),
    lacking(),
  );
  return [
    stretch,
    density,
    uncovered,
    ellipses,
    stretchLines,
    contours,
    indicatrices,
    truth,
    predicted,
    furniture,
    heldOut,
    names,
    geodesic,
    outliers,
    gaps,
    stretchKey,
    sample,
    focus,
    cross,
    pins,
    gestures,
    surveys,
  ];
}

/** Layers of what the worker computes. */
const SURVEYED: readonly LayerName[] = [
  'density',
  'contours',
  'uncovered',
  'stretch',
  'indicatrices',
  'geodesic',
  'outliers',
  'gaps',
];
