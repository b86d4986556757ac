import { KEYS, type Key, SPECS, type Spec } from './settings';

/** The values a setting takes, in words and numbers, for error texts and help. */
export function rangeText(key: Key): string {
  const spec = SPECS[key];
  switch (spec.kind) {
    case 'number':
      return `${spec.integer ? 'a whole number' : 'a number'} from ${spec.min} to ${spec.max}`;
    case 'choice':
      return `one of ${spec.choices.join(', ')}`;
    case 'flag':
      return 'true or false';
    case 'widths':
      return `at most ${spec.maxLayers} whole numbers from 1 to ${spec.maxWidth}`;
  }
}

function fits(spec: Spec, value: unknown): boolean {
  switch (spec.kind) {
    case 'number':
      return (
        typeof value === 'number' &&
        value >= spec.min &&
        value <= spec.max &&
        (spec.integer !== true || Number.isInteger(value))
      );
    case 'choice':
      return (spec.choices as readonly unknown[]).includes(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'widths':
      return (
        Array.isArray(value) &&
        value.length <= spec.maxLayers &&
        value.every((width) => Number.isInteger(width) && width >= 1 && width <= spec.maxWidth)
      );
  }
}

/**
 * Checks one change.
 * @throws RangeError naming the key, the value and the range; TypeError for a key that is not a setting
 */
export function checkSetting(key: string, value: unknown): void {
  if (!Object.hasOwn(SPECS, key)) throw new TypeError(`There is no setting ${key}; there are ${KEYS.join(', ')}`);
  if (!fits(SPECS[key as Key], value)) {
    throw new RangeError(`${key} is ${valueText(value)}; it must be ${rangeText(key as Key)}`);
  }
}

/** Any value as it was meant; unlike JSON it has words for NaN and takes anything. */
function valueText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return Array.isArray(value) ? `[${value.map(valueText).join(',')}]` : String(value);
}
