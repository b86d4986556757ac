import type { Site } from '../panels/context';
import { type AddressBar, bindAddress, type Keep } from '../state/addressBar';
import { guardSite } from './guardSite';
import { ownValuesOf } from './ownValues';

/**
 * Keeps the address of a page true to all that its figures show, as `bindAddress` says, and guards their runs from then on.
 * What the address has for figures with a component of their own is read here, whether or not they have come near.
 * @param opened what the address said after the # when it was last read
 */
export function bindSite(
  site: Site,
  goTo: (place: string) => boolean,
  keep: Keep | undefined,
  opened: string,
): AddressBar {
  const { page, labs, sweeps, own } = site;
  ownValuesOf(site);
  const unguard = guardSite(site);
  const bar = bindAddress(page, labs, goTo, keep, window, sweeps, own, opened);
  return {
    ...bar,
    dispose() {
      unguard();
      bar.dispose();
    },
  };
}
