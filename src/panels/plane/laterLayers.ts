import { createStore } from 'zustand/vanilla';
import { svgElement } from '../../draw/svg';
import { PAD } from '../../state/pad';
import type { LayerName, LayerSwitches } from '../../state/planeLayers';
import { classNamesLayer } from './classNames';
import { LateLayer } from './late';
import type { PlaneLayer, PlaneScene } from './layer';
import layerParts from './layerParts';
import type { FirstLayers, LayerCallbacks, PlaneStage } from './layers';
import type { PinDrag } from './pins';

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

/**
 * All layers of a plane, from the back, those of the first picture among them: on canvases, in the SVG, and what follows
 * the plane unseen.
 */
export function allLayers(
  { canvases, svg }: PlaneStage,
  { ellipses, furniture }: FirstLayers,
  callbacks: LayerCallbacks,
): PlaneLayer[] {
  const { lab, taken, surveyed, lacking, broke } = callbacks;
  const host = (): HTMLElement => canvases.insertBefore(document.createElement('div'), ellipses.host);
  /** What the next group lies behind; null for what lies in front of all. */
  let above: SVGGElement | null = furniture.group;
  const group = (name: string): SVGGElement => svg.insertBefore(svgElement('g', { class: name }), above);
  /** A layer on a canvas, drawn of what has been computed under its own name. */
  const lateField = (name: 'density' | 'uncovered' | 'stretch'): PlaneLayer => {
    const at = host();
    const load = async () => (await layerParts[name]())(at);
    return new LateLayer(name, [], load, lacking(), broke, at);
  };
  /** A layer in the SVG. */
  const lateGroup = (name: LayerName, part: GroupPart): PlaneLayer => {
    const at = group(name);
    const load = async () => (await layerParts[part]())(at);
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
    const load = async () => (await layerParts[part]())(at);
    return new LateLayer(isShown, reads, load, lacking(), broke);
  };
  /** A layer of the image that is selected, where it is switched on. */
  const lateSelected = (part: GroupPart, name: string, isOn: (layers: LayerSwitches) => boolean): PlaneLayer =>
    lateWhile(part, name, ['selected'], ({ layers, selected }) => selected !== null && isOn(layers));
  /** A layer of so many pins or more. */
  const latePinned = (name: 'path' | 'arithmetic', least: number): PlaneLayer => {
    const at = group(name);
    const load = async () => (await layerParts[name]())(at, lab.pins);
    return new LateLayer(({ layers, pins }) => layers[name] && pins.length >= least, ['pins'], load, lacking(), broke);
  };
  /** A layer of what is marked, which is shown while there is something. */
  const lateOfState = (part: StatePart, isOn: (scene: PlaneScene) => boolean): PlaneLayer => {
    const at = group(`${part}-marks`);
    const load = async () => (await layerParts[part]())(at, lab);
    return new LateLayer(isOn, [part], load, lacking(), broke);
  };

  const stretch = lateField('stretch');
  const density = lateField('density');
  const uncovered = lateField('uncovered');
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
  above = null;
  const heldOut = lateGroup('heldOut', 'heldOut');
  const names = classNamesLayer(group('names'), () => lab.store.getState().detail.pace);
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
  const focus = lateWhile('focus', 'focus', [], always);
  const cross = lateWhile('cross', 'cross', [], always);
  const drag: PinDrag = createStore(() => ({ by: null }));
  const pinned = group('pins');
  const pins = new LateLayer(
    ({ pins }) => pins.length > 0,
    ['pins'],
    async () => (await layerParts.pins())(pinned, callbacks.pins, drag),
    lacking(),
    broke,
  );
  const lacksGestures = lacking();
  const gestures = new LateLayer(
    always,
    [],
    async () => (await layerParts.gestures())(svg, taken, (by) => drag.setState({ by })),
    (problem) => lacksGestures(problem && 'gestures'),
    broke,
  );
  const surveys = new LateLayer(
    ({ layers }) => SURVEYED.some((name) => layers[name]),
    [],
    async () => (await layerParts.surveys())(lab, callbacks),
    lacking(),
    broke,
  );
  const imageAnswers = new LateLayer(
    ({ selected }) => selected !== null,
    ['selected'],
    async () => (await layerParts.imageAnswers())(lab, surveyed),
    lacking(),
    broke,
  );
  return [
    stretch,
    density,
    uncovered,
    ellipses.layer,
    stretchLines,
    contours,
    indicatrices,
    truth,
    predicted,
    staged,
    furniture.layer,
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

/** Of use only to a reader who points at something: they are fetched at once, and stay. */
const always = (): boolean => true;

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
