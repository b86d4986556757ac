import { createStore, type StoreApi } from 'zustand/vanilla';

/** What can be shown on the plane, from the back, by the names that scripts and addresses have for it. */
export const LAYERS = [
  'stretch',
  'density',
  'uncovered',
  'ellipses',
  'points',
  'contours',
  'indicatrices',
  'truePosterior',
  'predicted',
  'heldOut',
  'classes',
  'path',
  'arithmetic',
  'geodesic',
  'outliers',
  'gaps',
] as const;

export type LayerName = (typeof LAYERS)[number];

/** Which layers are on. */
export type LayerSwitches = Readonly<Record<LayerName, boolean>>;

/** What a plane shows at first. */
export const USUAL_LAYERS: readonly LayerName[] = [
  'ellipses',
  'points',
  'truePosterior',
  'predicted',
  'classes',
  'path',
];

const isLayer = (name: string): name is LayerName => LAYERS.some((known) => known === name);

const switchesOf = (names: readonly LayerName[]): LayerSwitches =>
  Object.fromEntries(LAYERS.map((name) => [name, names.includes(name)])) as Record<LayerName, boolean>;

/** The layers of one plane, switched on and off. */
export class PlaneLayers {
  readonly store: StoreApi<LayerSwitches> = createStore<LayerSwitches>(() => switchesOf(USUAL_LAYERS));

  /** Those that are on, from the back. */
  get shown(): readonly LayerName[] {
    return LAYERS.filter((name) => this.store.getState()[name]);
  }

  /**
   * Switches layers on (true) and off (false); what is not named stays.
   * @throws RangeError naming what is no layer, or neither true nor false, before anything has changed
   */
  set(changes: Partial<LayerSwitches>): void {
    for (const [name, on] of Object.entries(changes)) {
      checkName(name);
      if (typeof on !== 'boolean') throw new RangeError(`Layer ${name} is to be true or false, not ${String(on)}`);
    }
    const before = this.store.getState();
    if (LAYERS.some((name) => changes[name] !== undefined && changes[name] !== before[name]))
      this.store.setState({ ...before, ...changes }, true);
  }

  /**
   * Shows these and no others.
   * @throws RangeError naming what is no layer, before anything has changed
   */
  show(names: readonly LayerName[]): void {
    for (const name of names) checkName(name);
    this.set(switchesOf(names));
  }
}

function checkName(name: string): void {
  if (!isLayer(name)) throw new RangeError(`There is no layer "${name}"; there are ${LAYERS.join(', ')}`);
}

/** What an address says where no layer is on. */
const NONE = 'none';

/**
 * The layers that an address names, as in `y=density,contours`: those to show, and no others. Nothing at all stands for
 * what is usual.
 * @returns the names that are no layers apart
 */
export function parseLayers(text: string): {
  readonly layers: readonly LayerName[];
  readonly unknown: readonly string[];
} {
  if (text === '') return { layers: USUAL_LAYERS, unknown: [] };
  const names = text === NONE ? [] : text.split(',').map((name) => name.trim());
  return { layers: LAYERS.filter((name) => names.includes(name)), unknown: names.filter((name) => !isLayer(name)) };
}

/** @returns null where the layers are the usual ones, which need no word */
export function formatLayers(layers: readonly LayerName[]): string | null {
  const text = layers.join(',');
  return text === USUAL_LAYERS.join(',') ? null : text || NONE;
}
