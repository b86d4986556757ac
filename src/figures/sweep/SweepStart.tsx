import { useStore } from 'zustand';
import { count } from '../../panels/numbers';
import type { SweepDesk } from '../../state/sweepDesk';
import { sweepsNothing } from '../../state/sweptSettings';
import { sweepWords } from '../../text/sweep';
import { usePage } from '../context';
import { useBase } from './useBase';
import { nameIn } from './useNameOf';

/** The button that begins a sweep whose plan is not the reader's to make, and what that plan is. */
export function SweepStart({ desk }: { readonly desk: SweepDesk }) {
  const { language } = usePage();
  const says = sweepWords[language];
  const { setting, values, steps } = useStore(desk.store, (state) => state.plan);
  const begun = useStore(desk.store, (state) => state.sweep !== null);
  const { base, isShown } = useBase();
  const settings = useStore(base.lab.store, (state) => state.settings);
  const names = values.map((value) => nameIn(language, setting, value)).join(says.and);
  return (
    <div className="sweep-start">
      <button
        type="button"
        className="button button-strong"
        disabled={sweepsNothing({ setting }, settings)}
        onClick={() => desk.start()}
      >
        {begun ? says.again : says.train(String(values.length))}
      </button>
      <p className="fine">{says.planned(names, count(steps), isShown)}</p>
    </div>
  );
}
