import { attributeOf } from '../../state/embedLink';
import { PAGE_KEYS } from '../../state/pageSettings';
import { KEYS } from '../../state/settings';

/**
 * The attributes of <vae-geometry> that are settings, the window of the plane or something that is shown on it,
 * with their names in an address. The build puts the list in the place of this file, since the tables that it is made
 * from weigh more than the rest of the script.
 */
export const SETTING_ATTRIBUTES: readonly (readonly [attribute: string, key: string])[] = [
  ...[...KEYS, ...PAGE_KEYS].map((key) => [attributeOf(key), key] as const),
  ['sigma', 'noiseScale'],
  ['window', 'window'],
  ['pins', 'pins'],
  ['arithmetic', 'arithmetic'],
  ['layers', 'layers'],
  ['image', 'image'],
  ['region', 'region'],
  ['prior', 'prior'],
];
