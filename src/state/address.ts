/** Settings in the address, after the #: only what differs from the defaults, under short keys. */
import { checkSetting, rangeText } from './checkSetting';
import { defaultSettings, KEYS, type Key, type Settings, SPECS } from './settings';

/** The version of this address format, written as v=1. */
const VERSION = '1';

/** Part of an address that was not understood: it was ignored, and the reader is told. */
export interface AddressFault {
  readonly text: string;
  readonly kind: 'unknown' | 'bad-value' | 'version';
  /** What the value must be, for `bad-value`. */
  readonly range: string | null;
}

function parse(key: Key, text: string): unknown {
  const spec = SPECS[key];
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

function format(key: Key, value: Settings[Key]): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (Array.isArray(value)) return value.join('-');
  const spec = SPECS[key];
  // Sliders give long fractions; five digits are below what can be told apart.
  return typeof value === 'number' && spec.kind === 'number' && !spec.integer
    ? String(Number(value.toPrecision(5)))
    : String(value);
}

/** Reads an address like `#v=1&b=1&s=1`. Never throws: what is unknown or out of range is left out and reported. */
export function readAddress(hash: string): { settings: Partial<Settings>; faults: AddressFault[] } {
  const settings: Partial<Record<Key, unknown>> = {};
  const faults: AddressFault[] = [];
  // A plain name is the place of a figure, not a setting.
  if (!hash.includes('=')) return { settings: {}, faults };
  for (const [short, text] of new URLSearchParams(hash.replace(/^#/, ''))) {
    if (short === 'v') {
      if (text !== VERSION) faults.push({ text: `v=${text}`, kind: 'version', range: null });
      continue;
    }
    const key = KEYS.find((candidate) => SPECS[candidate].short === short);
    if (key === undefined) {
      faults.push({ text: text === '' ? short : `${short}=${text}`, kind: 'unknown', range: null });
      continue;
    }
    const value = parse(key, text);
    // A file of somebody else's cannot be in an address.
    const usable = !(key === 'data' && value === 'file');
    try {
      checkSetting(key, value);
      if (!usable) throw new RangeError();
      settings[key] = value;
    } catch {
      faults.push({ text: `${short}=${text}`, kind: 'bad-value', range: rangeText(key) });
    }
  }
  return { settings: settings as Partial<Settings>, faults };
}

/** The address of these settings, from the # on; the defaults alone have none. */
export function writeAddress(settings: Settings): string {
  const defaults = defaultSettings();
  const parts = KEYS.flatMap((key) => {
    const text = format(key, settings[key]);
    if (text === format(key, defaults[key]) || (key === 'data' && settings.data === 'file')) return [];
    return [`${SPECS[key].short}=${encodeURIComponent(text)}`];
  });
  return parts.length === 0 ? '' : `#v=${VERSION}&${parts.join('&')}`;
}
