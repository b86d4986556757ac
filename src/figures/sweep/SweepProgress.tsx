import { Pause, Play, X } from 'lucide-react';
import { useStore } from 'zustand';
import { count } from '../../panels/numbers';
import type { Sweep } from '../../state/sweep';
import type { SweepDesk } from '../../state/sweepDesk';
import { sweepWords } from '../../text/sweep';
import { usePage } from '../context';
import { useNameOf } from './useNameOf';
import { usePacedState } from './usePacedState';

/** How far a sweep is, and what can be done with it. */
export function SweepProgress({ desk, sweep }: { desk: SweepDesk; sweep: Sweep }) {
  const { language } = usePage();
  const says = sweepWords[language];
  const phase = useStore(sweep.store, (state) => state.phase);
  const goal = useStore(sweep.store, (state) => state.goal);
  const out = useStore(sweep.store, (state) => state.out);
  const step = usePacedState(sweep, 'step');
  const plan = useStore(desk.store, (state) => state.plan);
  const nameOf = useNameOf(sweep);
  const names = sweep.models.filter((_, place) => out[place]).map(nameOf);
  const next = {
    training: { name: says.pause, Icon: Pause, act: () => sweep.pause() },
    paused: { name: says.goOn, Icon: Play, act: () => sweep.play() },
    done: { name: says.more(count(plan.steps)), Icon: Play, act: () => sweep.extend(plan.steps) },
    ended: null,
  }[phase];
  return (
    <div className="sweep-progress">
      <progress max={goal} value={step} aria-label={says.progressName} />
      <span className="sweep-step">{says.progress(count(step), count(goal))}</span>
      <span className="sweep-buttons">
        {/* One button that does another thing in each phase: the keyboard stays on it. */}
        {next !== null && (
          <button type="button" className="button" onClick={next.act}>
            <next.Icon aria-hidden="true" />
            {next.name}
          </button>
        )}
        <button type="button" className="button button-quiet" onClick={() => desk.clear()}>
          <X aria-hidden="true" />
          {phase === 'done' || phase === 'ended' ? says.clear : says.cancel}
        </button>
      </span>
      <p className="sweep-said" role="status">
        {phase === 'ended'
          ? says.allOut(count(step))
          : [
              ...(phase === 'done' ? [says.done(count(step))] : phase === 'paused' ? [says.paused(count(step))] : []),
              ...(names.length === 0 ? [] : [says.out(names.join(says.and), phase === 'training')]),
            ].join(' ')}
      </p>
    </div>
  );
}
