/**
 * What the address says after the #: a place on the page, and what differs from the defaults under short keys, as in
 * `#lab&v=1&b=1&s=1&w=0,0,4&compare.b=4`. Keys of the first lab and of the page stand alone, those of another lab behind
 * its id. Settings may also be named in full, as by those who write addresses by hand.
 */
import type { PlaneBox, PlaneWindow } from '../math/window';
import { checkSetting } from './checkSetting';
import { PAGE_KEYS, PAGE_SPECS, type PageKey, type PageSettings } from './pageSettings';
import type { Three } from './pinArithmetic';
import { type NamedPoint, parsePins, parseRegion, parseTerms, parseWhole, parseWindow } from './planeAddress';
import { LAYERS, type LayerName, parseLayers } from './planeLayers';
import { type Key, type Settings, SPECS, settingNamed } from './settings';
import { type Expected, keyNamed, type Spec } from './specs';
import { parseWidths } from './widths';

/** The version of this address format, written as v=1. */
export const VERSION = '1';

/** The key of the plan of a sweep. */
export const SWEEP = 'sw';

/** What can be one. */
const PLAN = /^[\w.,:-]*$/;

/** Part of an address that was not understood: it was ignored, and the reader is told. */
export interface AddressFault {
  readonly text: string;
  readonly kind: 'unknown' | 'bad-value' | 'version';
  /** What the value must be, for `bad-value`. */
  readonly spec: Expected | null;
}

/** What an address says of one lab. */
export interface LabChanges {
  readonly settings?: Partial<Settings>;
  /** Of the plane; null for the one that follows the codes. */
  readonly window?: PlaneWindow | null;
  readonly pins?: readonly NamedPoint[];
  /** Places of A, B and C among the pins, from 0; null for the first three. */
  readonly terms?: Three<number> | null;
  /** Those to show, and no others. */
  readonly layers?: readonly LayerName[];
  /** The image to select; null for none. */
  readonly image?: number | null;
  /** To mark on the plane; null for none. */
  readonly region?: PlaneBox | null;
  /** Which draws from the prior to show; null for none. */
  readonly prior?: number | null;
}

/** What an address asks for. What it does not name stays as it is. */
export interface Address {
  /** The id of an element to show, or null. */
  readonly place: string | null;
  readonly page: Partial<PageSettings>;
  /** By the lab's id. */
  readonly labs: Readonly<Record<string, LabChanges>>;
  /** Plans of figures that sweep a setting, by their ids; they are read there. */
  readonly sweeps?: Readonly<Record<string, string>> | undefined;
  /** What it says of figures with a component of their own, by their ids and by name; it is read there. */
  readonly own?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  readonly faults: readonly AddressFault[];
}

function parse(spec: Spec, text: string): unknown {
  switch (spec.kind) {
    case 'number':
      return text.trim() === '' ? undefined : Number(text);
    case 'choice':
      return typeof spec.default === 'number' ? (text.trim() === '' ? undefined : Number(text)) : text;
    case 'word':
      return text;
    case 'flag':
      return text === '1' ? true : text === '0' ? false : undefined;
    case 'widths':
      return parseWidths(text);
  }
}

/** The part of an address that is a place: all before the first `&`, unless it is a setting itself. */
function placeOf(text: string): string | null {
  const first = text.split('&')[0]!;
  if (first === '' || first.includes('=')) return null;
  try {
    return decodeURIComponent(first);
  } catch {
    return first;
  }
}

/** What a lab has in an address besides its settings, by both of its names. */
const PLANE_KEYS: Readonly<Record<string, PlaneKey>> = {
  w: 'window',
  window: 'window',
  p: 'pins',
  pins: 'pins',
  ar: 'terms',
  arithmetic: 'terms',
  y: 'layers',
  layers: 'layers',
  x: 'image',
  image: 'image',
  rg: 'region',
  region: 'region',
  pr: 'prior',
  prior: 'prior',
};

type PlaneKey = 'window' | 'pins' | 'terms' | 'layers' | 'image' | 'region' | 'prior';

const PARSERS = {
  window: parseWindow,
  pins: parsePins,
  terms: parseTerms,
  image: parseWhole,
  region: parseRegion,
  prior: parseWhole,
};

/** Keys under which nothing at all stands for none. */
const NONE_WHERE_EMPTY: readonly PlaneKey[] = ['window', 'terms', 'image', 'region', 'prior'];

/** The one who is spoken of by a name like `compare.b`: a lab, or the page itself, and the key. */
type Target =
  | { readonly of: 'page'; readonly key: PageKey }
  | { readonly of: 'settings'; readonly id: string; readonly key: Key }
  | { readonly of: 'plane'; readonly id: string; readonly key: PlaneKey };

function targetOf(name: string, ids: readonly string[]): Target | null {
  const dot = name.lastIndexOf('.');
  const named = name.slice(dot + 1);
  const pageKey = dot < 0 ? keyNamed(named, PAGE_KEYS, PAGE_SPECS) : undefined;
  if (pageKey !== undefined) return { of: 'page', key: pageKey };
  const id = dot < 0 ? ids[0] : ids.find((candidate) => candidate === name.slice(0, dot));
  if (id === undefined) return null;
  if (Object.hasOwn(PLANE_KEYS, named)) return { of: 'plane', id, key: PLANE_KEYS[named]! };
  const key = settingNamed(named);
  return key === undefined ? null : { of: 'settings', id, key };
}

/** The value of a setting; undefined for none that it takes, and for a file of somebody else's. */
function readValue(key: string, text: string, specs: Readonly<Record<string, Spec>>): unknown {
  const value = parse(specs[key]!, text);
  if (key === 'data' && value === 'file') return undefined;
  try {
    checkSetting(key, value, specs);
    return value;
  } catch {
    return undefined;
  }
}

/** A part of an address as it stands there. */
const partOf = (name: string, value: string): string => (value === '' ? name : `${name}=${value}`);

/**
 * What an address says of a plane under one of its keys; null where nothing of it is understood.
 * @param name what the key is called there
 * @param faults gets what is not understood
 */
function readPlane(key: PlaneKey, text: string, name: string, faults: AddressFault[]): Partial<LabChanges> | null {
  if (key === 'layers') {
    const { layers, unknown } = parseLayers(text);
    const spec = { kind: 'choice', choices: LAYERS } as const;
    for (const layer of unknown) faults.push({ text: partOf(name, layer), kind: 'bad-value', spec });
    return layers.length === 0 && unknown.length > 0 ? null : { layers };
  }
  if (text === '' && NONE_WHERE_EMPTY.includes(key)) return { [key]: null };
  const read = PARSERS[key](text);
  if (read === null) faults.push({ text: partOf(name, text), kind: 'bad-value', spec: { kind: key } });
  return read === null ? null : { [key]: read };
}

/**
 * Reads an address like `#v=1&b=1&s=1`. Never throws: what is unknown or out of range is left out and reported.
 * @param ids of the labs on the page, the first first
 * @param sweepIds of its figures that sweep a setting, likewise
 * @param ownIds of its figures with a component of their own: whatever stands behind their ids and is of no lab is theirs
 */
export function readAddress(
  hash: string,
  ids: readonly string[],
  sweepIds: readonly string[] = [],
  ownIds: readonly string[] = [],
): Address {
  const page: Record<string, unknown> = {};
  const labs: Record<string, LabChanges> = {};
  const faults: AddressFault[] = [];
  let sweeps: Address['sweeps'];
  let own: Address['own'];
  const text = hash.replace(/^#/, '');
  const place = placeOf(text);
  const rest = place === null ? text : text.slice(text.includes('&') ? text.indexOf('&') + 1 : text.length);
  for (const [name, value] of new URLSearchParams(rest)) {
    const fault = (kind: AddressFault['kind'], spec: Expected | null = null): void => {
      faults.push({ text: partOf(name, value), kind, spec });
    };
    if (name === 'v') {
      if (value !== VERSION) fault('version');
      continue;
    }
    if (name === SWEEP || sweepIds.some((id) => name === `${id}.${SWEEP}`)) {
      const id = name === SWEEP ? sweepIds[0] : name.slice(0, -SWEEP.length - 1);
      if (!PLAN.test(value)) fault('unknown');
      else if (id !== undefined) sweeps = { ...sweeps, [id]: value };
      continue;
    }
    const target = targetOf(name, ids);
    if (target === null) {
      const id = ownIds.find((each) => name.startsWith(`${each}.`));
      if (id === undefined) fault('unknown');
      else own = { ...own, [id]: { ...own?.[id], [name.slice(id.length + 1)]: value } };
    } else if (target.of === 'page') {
      const read = readValue(target.key, value, PAGE_SPECS);
      if (read === undefined) fault('bad-value', PAGE_SPECS[target.key]);
      else page[target.key] = read;
    } else if (target.of === 'settings') {
      const { id, key } = target;
      const read = readValue(key, value, SPECS);
      if (read === undefined) fault('bad-value', SPECS[key]);
      else labs[id] = { ...labs[id], settings: { ...labs[id]?.settings, [key]: read } };
    } else {
      const { id, key } = target;
      const read = readPlane(key, value, name, faults);
      if (read !== null) labs[id] = { ...labs[id], ...read };
    }
  }
  return { place, page, labs, sweeps, own, faults };
}
