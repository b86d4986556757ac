import { createStore } from 'zustand/vanilla';
import type { PinActions } from '../../draw/plane/pins';
import { svgElement } from '../../draw/svg';
import type { PlaneWindow } from '../../math/window';
import { listed } from '../../platform/importer';
import type { Lab } from '../../state/lab';
import { isUnderWay } from '../../state/moment';
import { PAD } from '../../state/pad';
import type { LayerName, LayerSwitches } from '../../state/planeLayers';
import { classNamesLayer } from './classNames';
import { EllipseLayer } from './ellipses';
import { furnitureLayer } from './furniture';
import { LateLayer } from './late';
import type { Lacks, LayerAnswers, PlaneLayer, PlaneScene, SurveyedKind } from './layer';
import type layerParts from './layerParts';
import type { PinDrag } from './pins';

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

/** Layers that are drawn in a group of the SVG. */
type GroupPart = Exclude<
  keyof typeof layerParts,
  | 'density'
  | 'uncovered'
  | 'surveys'
  | 'imageAnswers'
  | 'stretch'
  | 'path'
  | 'arithmetic'
  | 'pins'
  | 'gestures'
  | StatePart
>;

/** Those whose marks the reader acts on. */
type StatePart = 'region' | 'prior';

const fetchLayer = listed(() => import('./layerParts'));

/** All layers of a plane, from the back: those on canvases, those in the SVG, and what follows the plane unseen. */
export function planeLayers({ canvases, svg }: PlaneStage, callbacks: LayerCallbacks): PlaneLayer[] {
  const { lab, taken, surveyed, lacking, broke } = callbacks;
  const host = (): HTMLElement => canvases.appendChild(document.createElement('div'));
  const group = (name: string): SVGGElement => svg.appendChild(svgElement('g', { class: name }));
  /** A layer on a canvas, drawn of what has been computed under its own name. */
  const lateField = (name: 'density' | 'uncovered' | 'stretch'): PlaneLayer => {
    const at = host();
    const load = async () => (await fetchLayer(name))(at);
    return new LateLayer(name, [], load, lacking(), broke, at);
  };
  /** A layer in the SVG. */
  const lateGroup = (name: LayerName, part: GroupPart): PlaneLayer => {
    const at = group(name);
    const load = async () => (await fetchLayer(part))(at);
    return new LateLayer(name, [], load, lacking(), broke);
  };
  /** A layer in the SVG that is there while a scene has what it shows. @param reads parts that this depends on */
  const lateWhile = (
    part: GroupPart,
    name: string,
    reads: readonly (keyof PlaneScene)[],
    isShown: (scene: PlaneScene) => boolean,
  ): PlaneLayer => {
    const at = group(name);
    const load = async () => (await fetchLayer(part))(at);
    return new LateLayer(isShown, reads, load, lacking(), broke);
  };
  /** A layer of the image that is selected, where it is switched on. */
  const lateSelected = (part: GroupPart, name: string, isOn: (layers: LayerSwitches) => boolean): PlaneLayer =>
    lateWhile(part, name, ['selected'], ({ layers, selected }) => selected !== null && isOn(layers));
  /** A layer of so many pins or more. */
  const latePinned = (name: 'path' | 'arithmetic', least: number): PlaneLayer => {
    const at = group(name);
    const load = async () => (await fetchLayer(name))(at, lab.pins);
    return new LateLayer(({ layers, pins }) => layers[name] && pins.length >= least, ['pins'], load, lacking(), broke);
  };
  /** A layer of what is marked, which is shown while there is something. */
  const lateOfState = (part: StatePart, isOn: (scene: PlaneScene) => boolean): PlaneLayer => {
    const at = group(`${part}-marks`);
    const load = async () => (await fetchLayer(part))(at, lab);
    return new LateLayer(isOn, [part], load, lacking(), broke);
  };
  let moves = false;
  /** From the first picture on: what is of use only to a reader who points at something is fetched then, and stays. */
  const isThere = ({ frame }: PlaneScene): boolean => {
    moves ||= frame !== null && isUnderWay(frame);
    return moves;
  };

  const stretch = lateField('stretch');
  const density = lateField('density');
  const uncovered = lateField('uncovered');
  const ellipses = new EllipseLayer(host(), lacking(), broke);
  const stretchLines = lateGroup('stretch', 'stretchLines');
  const contours = lateGroup('contours', 'contours');
  const indicatrices = lateGroup('indicatrices', 'indicatrices');
  const truth = lateSelected('truePosterior', 'true-posterior', (on) => on.truePosterior);
  const predicted = lateSelected('predicted', 'predicted', (on) => on.predicted);
  const staged = lateWhile(
    'staged',
    'staged-layer',
    ['slow', 'noise'],
    ({ slow, noise }) => slow !== null || noise !== null,
  );
  const furniture = furnitureLayer(group('furniture'));
  const heldOut = lateGroup('heldOut', 'heldOut');
  const names = classNamesLayer(group('names'));
  const path = latePinned('path', 2);
  const arithmetic = latePinned('arithmetic', 3);
  const geodesic = lateGroup('geodesic', 'geodesic');
  const outliers = lateGroup('outliers', 'outliers');
  const gaps = lateGroup('gaps', 'gaps');
  const stretchKey = lateGroup('stretch', 'stretchKey');
  const region = lateOfState('region', ({ region: { box, brushing } }) => box !== null || brushing);
  const prior = lateOfState('prior', ({ prior: { shown } }) => shown);
  const sample = lateSelected('selected', 'selected', () => true);
  const drawn = lateWhile(
    'drawn',
    'drawn',
    ['frame', 'drawn'],
    ({ frame, drawn: isDrawn }) => isDrawn && frame?.given[PAD] != null,
  );
  const focus = lateWhile('focus', 'focus', ['frame'], isThere);
  const cross = lateWhile('cross', 'cross', ['frame'], isThere);
  const drag: PinDrag = createStore(() => ({ by: null }));
  const pinned = group('pins');
  const pins = new LateLayer(
    ({ pins }) => pins.length > 0,
    ['pins'],
    async () => (await fetchLayer('pins'))(pinned, callbacks.pins, drag),
    lacking(),
    broke,
  );
  const lacksGestures = lacking();
  const gestures = new LateLayer(
    isThere,
    ['frame'],
    async () => (await fetchLayer('gestures'))(svg, taken, (by) => drag.setState({ by })),
    (problem) => lacksGestures(problem && 'gestures'),
    broke,
  );
  const surveys = new LateLayer(
    ({ layers }) => SURVEYED.some((name) => layers[name]),
    [],
    async () => (await fetchLayer('surveys'))(lab, callbacks),
    lacking(),
    broke,
  );
  const imageAnswers = new LateLayer(
    ({ selected }) => selected !== null,
    ['selected'],
    async () => (await fetchLayer('imageAnswers'))(lab, surveyed),
    lacking(),
    broke,
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
    staged,
    furniture,
    heldOut,
    names,
    path,
    arithmetic,
    geodesic,
    outliers,
    gaps,
    stretchKey,
    region,
    prior,
    sample,
    drawn,
    focus,
    cross,
    pins,
    gestures,
    surveys,
    // Last: what it tells at once is painted in the midst of a painting.
    imageAnswers,
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
