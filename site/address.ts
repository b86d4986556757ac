/** Where the site is published. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Absolute address of the site's root, ending in a slash: SITE_ADDRESS of the environment, else the homepage in
 * package.json. null where neither says: then documents refer to each other relatively, and there is no sitemap.
 * @throws Error for what is no address of a web site
 */
export function siteAddress(): string | null {
  const { homepage } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8'));
  const said: string | undefined = process.env.SITE_ADDRESS || homepage;
  if (said === undefined) return null;
  const url = URL.canParse(said) ? new URL(said) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new Error(`The address of the site is given as “${said}”: expected one like https://host/path/`);
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
