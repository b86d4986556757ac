import type { Site } from '../panels/context';
import { type AddressBar, bindAddress, type Keep } from '../state/addressBar';
import { guardSite } from './guardSite';
import { holdInView } from './holdInView';
import { holdTouch } from './holdTouch';
import { ownValuesOf } from './ownValues';
import { refocus } from './refocus';
import { watchDetail } from './watchDetail';

/**
 * What a page does once its first picture is there. It keeps its address true to all that its figures show, as
 * `bindAddress` says; what the address has for figures with a component of their own is read here, whether or not they
 * have come near. It draws no more of them than it can keep up with, guards their runs,
 * keeps the focus in them, and their sliders from fingers that scroll.
 * @param opened what the address said after the # when it was last read
 */
export function bindSite(site: Site, keep: Keep | undefined, opened: string): AddressBar {
  const { page, labs, sweeps, own } = site;
  ownValuesOf(site);
  let leave: (() => void) | null = null;
  const goTo = (place: string): boolean => {
    leave?.();
    leave = holdInView(place);
    return leave !== null;
  };
  const unguard = guardSite(site);
  const ends = [refocus(), holdTouch()];
  const bar = bindAddress(page, labs, goTo, keep, window, sweeps, own, opened);
  const endWatch = watchDetail(
    labs.all.map(({ lab }) => lab),
    (look) => requestAnimationFrame(look),
    () => performance.now(),
    window,
  );
  return {
    ...bar,
    dispose() {
      unguard();
      for (const end of ends) end();
      endWatch();
      leave?.();
      bar.dispose();
    },
  };
}
