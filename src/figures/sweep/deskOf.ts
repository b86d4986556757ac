import type { Site } from '../../panels/context';
import { SWEEP } from '../../state/address';
import { SweepDesk } from '../../state/sweepDesk';
import { sweepWords } from '../../text/sweep';

const desks = new WeakMap<Site, SweepDesk>();

/** The desk of a page with a sweep, made when it is first asked for; `window.sweeps` from then on. */
export function deskOf(site: Site): SweepDesk {
  let desk = desks.get(site);
  if (desk === undefined) {
    const { labs, page, sweep } = site;
    const refuse = (text: string): void => {
      page.notices.notify({ kind: 'said', says: ({ code }) => sweepWords[code].badPlan(`${SWEEP}=${text}`) });
    };
    desk = new SweepDesk({ labs, text: sweep!, still: () => page.still, refuse });
    desks.set(site, desk);
    window.sweeps = desk;
  }
  return desk;
}
