/** An address as it is written; `address` reads it. */
import type { StoreApi } from 'zustand/vanilla';
import type { PlaneBox, PlaneWindow } from '../math/window';
import { SWEEP, VERSION } from './address';
import type { Opening } from './figureSpec';
import { OF_FILES } from './imageSettings';
import type { LabEntry } from './labs';
import type { OwnText } from './ownText';
import { defaultPageSettings, PAGE_KEYS, PAGE_SPECS, type PageSettings } from './pageSettings';
import { pick } from './pick';
import type { Three } from './pinArithmetic';
import { formatTerms, type NamedPoint } from './planeAddress';
import { formatLayers, type LayerName, USUAL_LAYERS } from './planeLayers';
import { formatPins, formatRegion, formatWindow } from './planeText';
import { KEYS, type Settings, SPECS } from './settings';
import type { Spec } from './specs';
import type { SweepText } from './sweepText';
import { formatWidths } from './widths';

/** What an address is to say of one lab. */
export interface LabPart {
  readonly id: string;
  readonly settings: Settings;
  /** Those that it opens with when the address is silent. */
  readonly defaults: Settings;
  /** What its plane shows then. */
  readonly opening: Opening;
  /** Of the plane, where the reader has taken it. */
  readonly window: PlaneWindow | null;
  readonly pins: readonly NamedPoint[];
  /** Places of A, B and C among the pins, where they are not the first three. */
  readonly terms: Three<number> | null;
  /** Those that are on. */
  readonly layers: readonly LayerName[];
  /** The image that is selected; null for none. */
  readonly image: number | null;
  /** What is marked on the plane; null for nothing. */
  readonly region: PlaneBox | null;
  /** Which draws from the prior are shown; null while none are. */
  readonly prior: number | null;
}

/** A plane that nobody has touched. */
export const UNTOUCHED: Omit<LabPart, 'id' | 'settings' | 'defaults'> = {
  opening: {},
  window: null,
  pins: [],
  terms: null,
  layers: USUAL_LAYERS,
  image: null,
  region: null,
  prior: null,
};

/** What a page writes into its address. */
export interface AddressParts {
  readonly place: string | null;
  readonly page: PageSettings;
  /** Every lab, the first of the page first. */
  readonly labs: readonly LabPart[];
  /** Plans of figures that sweep a setting, by their ids, as they are written; null for a figure's own. */
  readonly sweeps?: Readonly<Record<string, string | null>>;
  /** What figures with a component of their own are set to, by their ids and by name; null for what they open with. */
  readonly own?: Readonly<Record<string, ReturnType<OwnText['getState']>>>;
  readonly pageDefaults: PageSettings;
}

/**
 * The value of a setting as an address has it. To the last digit: runs are the same number for number only from the same
 * settings. Sliders give short numbers.
 */
export function formatValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return Array.isArray(value) ? formatWidths(value) : String(value);
}

/** An address of several parts, each with a # or without, some of them empty. */
export function joinHash(...parts: readonly string[]): string {
  const said = parts.map((part) => part.replace(/^#/, '')).filter((part) => part !== '');
  return said.length === 0 ? '' : `#${said.join('&')}`;
}

/** The entries of one table that differ from its defaults. */
function entries<T extends object>(
  keys: readonly (keyof T & string)[],
  specs: Readonly<Record<string, Spec>>,
  values: T,
  defaults: T,
  prefix = '',
): string[] {
  return keys.flatMap((key) => {
    const spec = specs[key]!;
    const text = formatValue(values[key]);
    if (text === formatValue(defaults[key])) return [];
    return [`${prefix}${spec.short}=${encodeURIComponent(text)}`];
  });
}

/**
 * What an address says of settings. It cannot name the reader's own images; and how they are arranged would be done to other
 * images wherever it is opened.
 */
const sayable = (settings: Settings, defaults: Settings): Settings =>
  settings.data === 'file' ? { ...settings, ...pick(defaults, ['data', 'variant', ...OF_FILES]) } : settings;

/**
 * The address of a page, from the # on; without a place the defaults alone have none.
 * @param first the lab whose keys stand alone; null where it is not known which is the first of the page that reads it
 * @param firstSweep the figure whose plan stands alone, likewise
 */
export function writeAddress(
  { place, page, pageDefaults, labs, sweeps = {}, own = {} }: AddressParts,
  first: string | null = labs[0]?.id ?? null,
  firstSweep: string | null = Object.keys(sweeps)[0] ?? null,
): string {
  const settings = [
    ...labs.flatMap(({ id, settings, defaults, opening, window, pins, terms, layers, image, region, prior }) => {
      const prefix = id === first ? '' : `${encodeURIComponent(id)}.`;
      const { pins: firstPins = [], layers: firstLayers = USUAL_LAYERS, image: firstImage = null } = opening;
      const pinned = formatPins(pins);
      return [
        ...entries<Settings>(KEYS, SPECS, sayable(settings, defaults), defaults, prefix),
        ...(window === null ? [] : [`${prefix}w=${formatWindow(window)}`]),
        ...(pinned === formatPins(firstPins) ? [] : [`${prefix}p=${pinned}`]),
        ...(terms === null ? [] : [`${prefix}ar=${formatTerms(terms)}`]),
        ...(layers.join() === firstLayers.join() ? [] : [`${prefix}y=${formatLayers(layers) ?? ''}`]),
        ...(image === firstImage ? [] : [`${prefix}x=${image ?? ''}`]),
        ...(region === null ? [] : [`${prefix}rg=${formatRegion(region)}`]),
        ...(prior === null ? [] : [`${prefix}pr=${prior}`]),
      ];
    }),
    ...Object.entries(sweeps).flatMap(([id, plan]) =>
      plan === null ? [] : [`${id === firstSweep ? '' : `${encodeURIComponent(id)}.`}${SWEEP}=${plan}`],
    ),
    ...Object.entries(own).flatMap(([id, said]) =>
      Object.entries(said ?? {}).map(([name, text]) => `${encodeURIComponent(id)}.${name}=${encodeURIComponent(text)}`),
    ),
    ...entries<PageSettings>(PAGE_KEYS, PAGE_SPECS, page, pageDefaults),
  ];
  const parts = [
    ...(place === null ? [] : [encodeURIComponent(place)]),
    ...(settings.length === 0 ? [] : [`v=${VERSION}`, ...settings]),
  ];
  return joinHash(...parts);
}

/** What is said at present, by the ids of figures. */
const textsOf = <T>(texts: Readonly<Record<string, StoreApi<T>>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, text.getState()]));

/** What an address says to show these labs as they are. */
export const partsOf = (
  place: string | null,
  page: PageSettings,
  labs: readonly LabEntry[],
  sweeps: Readonly<Record<string, SweepText>> = {},
  own: Readonly<Record<string, OwnText>> = {},
): AddressParts => ({
  place,
  page,
  sweeps: textsOf(sweeps),
  own: textsOf(own),
  pageDefaults: defaultPageSettings(),
  labs: labs.map(partOf),
});

/** What several labs have in common is said of the first of them alone. */
function partOf({ id, lab, defaults, opening, plane, shared }: LabEntry): LabPart {
  if (shared !== null) {
    const settings = { ...lab.settings, ...pick(defaults, shared.keys) };
    const own = shared.apart ? { window: plane.taken, pins: lab.pins.all, terms: lab.pins.arithmetic.places } : {};
    return { id, settings, defaults, ...UNTOUCHED, ...own };
  }
  return {
    id,
    settings: lab.settings,
    defaults,
    opening,
    window: plane.taken,
    pins: lab.pins.all,
    terms: lab.pins.arithmetic.places,
    layers: lab.layers.shown,
    image: lab.selection.index,
    region: lab.region.box,
    prior: lab.prior.drawn,
  };
}
