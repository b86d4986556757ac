import type { Site } from '../../panels/context';
import { SWEEP } from '../../state/address';
import { onePer } from '../../state/onePer';
import { SweepDesk } from '../../state/sweepDesk';
import { sweepWords } from '../../text/sweep';

/** The desk of a page with a sweep, made when it is first asked for; `window.sweeps` from then on. */
export const deskOf = onePer(({ labs, page, sweep }: Site) => {
  const refuse = (text: string): void => {
    page.notices.notify({ kind: 'said', says: ({ code }) => sweepWords[code].badPlan(`${SWEEP}=${text}`) });
  };
  const desk = new SweepDesk({ labs, text: sweep!, still: () => page.still, refuse });
  window.sweeps = desk;
  return desk;
});
