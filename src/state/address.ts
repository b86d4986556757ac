/**
 * What the address says after the #: a place on the page, and what differs from the defaults under short keys, as in
 * `#surgery&v=1&b=1&s=1&gaps.b=4`. Keys of the first lab and of the page stand alone, those of another lab behind its id.
 */
import { checkSetting } from './checkSetting';
import { PAGE_KEYS, PAGE_SPECS, type PageSettings } from './pageSettings';
import { KEYS, type Settings, SPECS } from './settings';
import type { Expected, Spec } from './specs';

/** The version of this address format, written as v=1. */
const VERSION = '1';

/** Part of an address that was not understood: it was ignored, and the reader is told. */
export interface AddressFault {
  readonly text: string;
  readonly kind: 'unknown' | 'bad-value' | 'version';
  /** What the value must be, for `bad-value`. */
  readonly spec: Expected | null;
}

/** What an address asks for. What it does not name stays as it is. */
export interface Address {
  /** The id of an element to show, or null. */
  readonly place: string | null;
  readonly page: Partial<PageSettings>;
  /** By the lab's id. */
  readonly labs: Readonly<Record<string, Partial<Settings>>>;
  readonly faults: readonly AddressFault[];
}

/** What a page writes into its address. */
export interface AddressParts {
  readonly place: string | null;
  readonly page: PageSettings;
  /** Every lab with its settings and those that it opens with when the address is silent; the first lab first. */
  readonly labs: readonly { readonly id: string; readonly settings: Settings; readonly defaults: Settings }[];
  readonly pageDefaults: PageSettings;
}

function parse(spec: Spec, text: string): unknown {
  switch (spec.kind) {
    case 'number':
      return text.trim() === '' ? undefined : Number(text);
    case 'choice':
      return typeof spec.default === 'number' ? (text.trim() === '' ? undefined : Number(text)) : text;
    case 'flag':
      return text === '1' ? true : text === '0' ? false : undefined;
    case 'widths':
      return text === '' ? [] : text.split('-').map(Number);
  }
}

function format(spec: Spec, value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (Array.isArray(value)) return value.join('-');
  // Sliders give long fractions; five digits are below what can be told apart.
  return typeof value === 'number' && spec.kind === 'number' && !spec.integer
    ? String(Number(value.toPrecision(5)))
    : String(value);
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

/**
 * Reads an address like `#v=1&b=1&s=1`. Never throws: what is unknown or out of range is left out and reported.
 * @param ids of the labs on the page, the first first
 */
export function readAddress(hash: string, ids: readonly string[]): Address {
  const page: Record<string, unknown> = {};
  const labs: Record<string, Record<string, unknown>> = {};
  const faults: AddressFault[] = [];
  const text = hash.replace(/^#/, '');
  const place = placeOf(text);
  const rest = place === null ? text : text.slice(text.includes('&') ? text.indexOf('&') + 1 : text.length);
  for (const [name, value] of new URLSearchParams(rest)) {
    const said = value === '' ? name : `${name}=${value}`;
    if (name === 'v') {
      if (value !== VERSION) faults.push({ text: said, kind: 'version', spec: null });
      continue;
    }
    const dot = name.lastIndexOf('.');
    const id = dot < 0 ? ids[0] : ids.find((candidate) => candidate === name.slice(0, dot));
    const short = name.slice(dot + 1);
    const pageKey = dot < 0 ? PAGE_KEYS.find((key) => PAGE_SPECS[key].short === short) : undefined;
    const key = pageKey ?? KEYS.find((candidate) => SPECS[candidate].short === short);
    if (key === undefined || (pageKey === undefined && id === undefined)) {
      faults.push({ text: said, kind: 'unknown', spec: null });
      continue;
    }
    const specs: Readonly<Record<string, Spec>> = pageKey === undefined ? SPECS : PAGE_SPECS;
    const parsed = parse(specs[key]!, value);
    try {
      checkSetting(key, parsed, specs);
    } catch {
      faults.push({ text: said, kind: 'bad-value', spec: specs[key]! });
      continue;
    }
    // A file of somebody else's cannot be in an address.
    if (key === 'data' && parsed === 'file') faults.push({ text: said, kind: 'bad-value', spec: specs[key]! });
    else if (pageKey !== undefined) page[key] = parsed;
    else {
      labs[id!] ??= {};
      labs[id!]![key] = parsed;
    }
  }
  return { place, page, labs, faults };
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
    const text = format(spec, values[key]);
    if (text === format(spec, defaults[key]) || (key === 'data' && text === 'file')) return [];
    return [`${prefix}${spec.short}=${encodeURIComponent(text)}`];
  });
}

/** The address of a page, from the # on; without a place the defaults alone have none. */
export function writeAddress({ place, page, pageDefaults, labs }: AddressParts): string {
  const settings = [
    ...labs.flatMap(({ id, settings, defaults }, i) =>
      entries<Settings>(KEYS, SPECS, settings, defaults, i === 0 ? '' : `${encodeURIComponent(id)}.`),
    ),
    ...entries<PageSettings>(PAGE_KEYS, PAGE_SPECS, page, pageDefaults),
  ];
  const parts = [
    ...(place === null ? [] : [encodeURIComponent(place)]),
    ...(settings.length === 0 ? [] : [`v=${VERSION}`, ...settings]),
  ];
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}
