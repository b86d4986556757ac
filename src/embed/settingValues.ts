import { type Address, type AddressFault, type LabChanges, readAddress, SWEEP } from '../state/address';
import { rangeText } from '../state/checkSetting';
import type { Lab } from '../state/lab';
import type { Labs } from '../state/labs';
import { defaultPageSettings, PAGE_KEYS } from '../state/pageSettings';
import { checkIndex } from '../state/selection';
import { KEYS, settingNamed } from '../state/settings';
import { formatValue } from '../state/writeAddress';
import type { SettingValues } from './messages';

/**
 * What a page around the frame wants changed, checked. Names are those of an address; values are those of `lab.set`, or
 * text as in an address.
 * @param ownId of a figure with a component of its own: what stands behind it is read there
 * @throws RangeError naming what is no setting, or is out of range
 */
export function readSettingValues(
  values: SettingValues,
  labs: Labs,
  ownId?: string,
): Pick<Address, 'page' | 'labs'> & { readonly plan?: string; readonly own?: Readonly<Record<string, string>> } {
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
    own,
    faults,
  } = readAddress(
    `#${new URLSearchParams(named)}`,
    labs.all.map(({ id }) => id),
    // A frame has one sweep at most.
    [SWEEP],
    ownId === undefined ? [] : [ownId],
  );
  const [fault] = faults;
  if (fault !== undefined) throw new RangeError(sentence(fault));
  for (const [id, change] of Object.entries(changes)) checkImage(labs.byId(id)!, change);
  return {
    page,
    labs: changes,
    ...(sweeps !== undefined && { plan: sweeps[SWEEP] }),
    ...(own !== undefined && { own: own[ownId!] }),
  };
}

/** @throws RangeError for an image that the data do not have; of data that are yet to come it is not known */
function checkImage({ store }: Lab, { image, settings }: LabChanges): void {
  const { dataset, starting, settings: present } = store.getState();
  const comes = starting || (settings?.data !== undefined && settings.data !== present.data);
  if (typeof image === 'number' && !comes) checkIndex(image, dataset?.n ?? null);
}

function sentence({ text, kind, spec }: AddressFault): string {
  if (kind === 'unknown') {
    return `There is no setting ${text}; there are ${[...KEYS, ...PAGE_KEYS].join(', ')}`;
  }
  return spec !== null && 'restart' in spec
    ? `${text} is refused: it must be ${rangeText(spec)}`
    : `${text} is refused`;
}
