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
  return (
    <div className="sweep-progress">
      <progress max={goal} value={step} aria-label={says.progressName} />
      <span className="sweep-step">{says.progress(count(step), count(goal))}</span>
      <span className="sweep-buttons">
        {phase === 'training' && (
          <button type="button" className="button" onClick={() => sweep.pause()}>
            <Pause aria-hidden="true" />
            {says.pause}
          </button>
        )}
        {phase === 'paused' && (
          <button type="button" className="button" onClick={() => sweep.play()}>
            <Play aria-hidden="true" />
            {says.goOn}
          </button>
        )}
        {phase === 'done' && (
          <button type="button" className="button" onClick={() => sweep.extend(plan.steps)}>
            <Play aria-hidden="true" />
            {says.more(count(plan.steps))}
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
              ...(names.length === 0 ? [] : [says.out(names.join(says.and))]),
            ].join(' ')}
      </p>
    </div>
  );
}
