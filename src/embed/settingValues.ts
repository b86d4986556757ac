import { type Address, type AddressFault, readAddress } from '../state/address';
import { rangeText } from '../state/checkSetting';
import type { Labs } from '../state/labs';
import { defaultPageSettings, PAGE_KEYS } from '../state/pageSettings';
import { KEYS, settingNamed } from '../state/settings';
import { formatValue } from '../state/writeAddress';
import type { SettingValues } from './messages';

interface Wanted extends Pick<Address, 'page' | 'labs'> {
  /** The plan of the figure, where it sweeps a setting. */
  readonly sweep?: string;
}

/** Stands for the one figure of the frame. */
const ITS_OWN = 'figure';

/**
 * What a page around the frame wants changed, checked. Names are those of an address; values are those of `lab.set`, or
 * text as in an address.
 * @throws RangeError naming what is no setting, or is out of range
 */
export function readSettingValues(values: SettingValues, labs: Labs): Wanted {
  const first = labs.all[0]!;
  const defaults: SettingValues = { ...defaultPageSettings(), ...first.defaults };
  const named = Object.entries(values).map(([name, value]): [string, string] => {
    const key = settingNamed(name) ?? name;
    return [name, formatValue(value ?? (Object.hasOwn(defaults, key) ? defaults[key]! : ''))];
  });
  const {
    page,
    labs: changes,
    sweeps,
    faults,
  } = readAddress(
    `#${new URLSearchParams(named)}`,
    labs.all.map(({ id }) => id),
    [ITS_OWN],
  );
  const sweep = sweeps?.[ITS_OWN];
  const [fault] = faults;
  if (fault !== undefined) throw new RangeError(sentence(fault));
  return { page, labs: changes, ...(sweep !== undefined && { sweep }) };
}

function sentence({ text, kind, spec }: AddressFault): string {
  if (kind === 'unknown') {
    return `There is no setting ${text}; there are ${[...KEYS, ...PAGE_KEYS].join(', ')}`;
  }
  return spec !== null && 'restart' in spec
    ? `${text} is refused: it must be ${rangeText(spec)}`
    : `${text} is refused`;
}
