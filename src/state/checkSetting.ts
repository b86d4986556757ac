import { SPECS } from './settings';
import type { Spec } from './specs';

/** The values a setting takes, in words and numbers, for error texts and help. */
export function rangeText(spec: Spec): string {
  switch (spec.kind) {
    case 'number':
      return `${spec.integer ? 'a whole number' : 'a number'} from ${spec.min} to ${spec.max}`;
    case 'choice':
      return `one of ${spec.choices.join(', ')}`;
    case 'flag':
      return 'true or false';
    case 'word':
      return `at most ${spec.most} letters, digits, dots, _ or -`;
    case 'widths':
      return `at most ${spec.maxLayers} whole numbers from 1 to ${spec.maxWidth}, or none`;
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
    case 'word':
      return typeof value === 'string' && value.length <= spec.most && /^[\w.-]*$/.test(value);
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
 * @param specs the table that the setting must be in
 * @throws RangeError naming the key, the value and the range; TypeError for a key that is not in the table
 */
export function checkSetting(key: string, value: unknown, specs: Readonly<Record<string, Spec>> = SPECS): void {
  const spec = Object.hasOwn(specs, key) ? specs[key] : undefined;
  if (spec === undefined) {
    throw new TypeError(`There is no setting ${key}; there are ${Object.keys(specs).join(', ')}`);
  }
  if (!fits(spec, value)) throw new RangeError(`${key} is ${valueText(value)}; it must be ${rangeText(spec)}`);
}

/** The names of what differs between two sets of settings; hidden layers of the same widths are the same layers. */
export function changedKeys<T extends object>(changes: Partial<T>, present: T): (keyof T)[] {
  return (Object.keys(changes) as (keyof T)[]).filter((key) => !isSame(changes[key], present[key]));
}

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** Any value as it was meant; unlike JSON it has words for NaN and takes anything. */
function valueText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return Array.isArray(value) ? `[${value.map(valueText).join(',')}]` : String(value);
}
