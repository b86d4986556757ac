import type { Sweep } from '../../state/sweep';
import { sweepWords } from '../../text/sweep';
import { usePage } from '../context';
import { OpenModel } from './OpenModel';
import { pointText } from './pointText';
import { useNameOf } from './useNameOf';
import { usePacedState } from './usePacedState';

/** The model of the curve that is pointed out, in numbers, and what opens it: to point at one opens nothing. */
export function PointedOut({ sweep, place }: { readonly sweep: Sweep; readonly place: number }) {
  const { language } = usePage();
  const says = sweepWords[language];
  const nameOf = useNameOf(sweep);
  usePacedState(sweep, 'points');
  const model = sweep.models[place];
  return (
    <div className="rate-pointed">
      <p>{model === undefined ? says.choose : pointText(nameOf(model), model.trail.at(-1), says)}</p>
      {model !== undefined && <OpenModel sweep={sweep} place={place} name={nameOf(model)} />}
    </div>
  );
}
