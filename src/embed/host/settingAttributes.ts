import { PAGE_KEYS } from '../../state/pageSettings';
import { KEYS } from '../../state/settings';

/** HTML has a meaning of its own for `hidden`. */
const attributeOf = (key: string): string =>
  key === 'hidden' ? 'hidden-layers' : key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The attributes of <vae-geometry> that are settings, with their keys. The build puts the list in the place of this file,
 * since the tables that it is made from weigh more than the rest of the script.
 */
export const SETTING_ATTRIBUTES: readonly (readonly [attribute: string, key: string])[] = [
  ...[...KEYS, ...PAGE_KEYS].map((key) => [attributeOf(key), key] as const),
  ['sigma', 'noiseScale'],
];
