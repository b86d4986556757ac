import type { Site } from '../../panels/context';
import { SWEEP } from '../../state/address';
import type { FigureSpec } from '../../state/figureSpec';
import { onePer } from '../../state/onePer';
import { baseOf } from '../../state/sweepBase';
import { SweepDesk } from '../../state/sweepDesk';
import { usualPlan } from '../../state/sweepPlan';
import { sweepWords } from '../../text/sweep';

/** The desks of a page by the ids of their figures. */
const desksOf = onePer((_: Site) => new Map<string, SweepDesk>());

/** The desk of a figure that sweeps a setting, made when it is first asked for; in `window.sweeps` from then on. */
export function deskOf(site: Site, { id, sweeps: spec }: FigureSpec): SweepDesk {
  const desks = desksOf(site);
  const known = desks.get(id);
  if (known !== undefined) return known;
  const { labs, page, sweeps } = site;
  const desk = new SweepDesk({
    labs,
    id,
    base: baseOf(spec!, labs).lab,
    own: spec!.plan ?? usualPlan(),
    text: sweeps[id]!,
    still: () => page.still,
    refuse(text) {
      page.notices.notify({ kind: 'said', says: ({ code }) => sweepWords[code].badPlan(`${SWEEP}=${text}`) });
    },
  });
  desks.set(id, desk);
  window.sweeps = Object.fromEntries(desks);
  return desk;
}
