import { useStore } from 'zustand';
import { significant } from '../../draw/decimals';
import { meanAndDeviation } from '../../math/deviation';
import { count } from '../../panels/numbers';
import { nats } from '../../panels/quantities';
import type { Sweep } from '../../state/sweep';
import { trailAt } from '../../state/trailAt';
import { type SweepWords, sweepWords } from '../../text/sweep';
import type { ShareTerms } from '../../worker/jobAnswers';
import { usePage } from '../context';
import { usePacedState } from './usePacedState';

/** How much models differ that differ in their seed alone, at the latest step that all of them have been measured to. */
export function Spread({ sweep }: { sweep: Sweep }) {
  const { language } = usePage();
  const says = sweepWords[language];
  usePacedState(sweep, 'points');
  const out = useStore(sweep.store, (state) => state.out);
  // One that has dropped out stands at an earlier step than the others.
  const trails = sweep.models.flatMap(({ trail }, place) => (out[place] ? [] : [trail]));
  const step = Math.min(...trails.map((trail) => trail.at(-1)?.step ?? 0));
  const latest = trails.flatMap((trail) => trailAt(trail, step) ?? []);
  if (latest.length < Math.max(2, trails.length)) return null;
  const { r, k } = spreadOf(
    latest.map(({ training }) => training),
    says,
  );
  const heldOut = latest.flatMap((point) => point.heldOut ?? []);
  const held = heldOut.length < latest.length ? null : spreadOf(heldOut, says);
  return <p className="sweep-spread">{says.spread(String(latest.length), count(step), r, k, held)}</p>;
}

function spreadOf(terms: readonly ShareTerms[], { meanSd }: SweepWords): { readonly r: string; readonly k: string } {
  const text = (values: readonly number[]): string => {
    const { mean, deviation } = meanAndDeviation(values);
    // Of so few seeds it is known to two digits at most.
    return meanSd(nats(mean), significant(deviation, 2));
  };
  return {
    r: text(terms.map(({ reconstruction }) => reconstruction)),
    k: text(terms.map(({ regulariser }) => regulariser)),
  };
}
