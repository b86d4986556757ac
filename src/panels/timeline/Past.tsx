import { useStore } from 'zustand';
import { timelineWords } from '../../text/timeline';
import { attempt } from '../attempt';
import { useFigure } from '../context';
import { count } from '../numbers';
import { baseOf } from './placed';
import type { ShownLine } from './useLine';

interface PastProps {
  readonly line: ShownLine;
  /** Called when a button that was pressed goes away. */
  left(): void;
}

/** Says where the run is while that is not at its newest, and leads back, on, or to the branch that was left. */
export function Past({ line, left }: PastProps) {
  const { at, shown, newest, former, keepsFormer, lostFormer } = line;
  const { lab, language } = useFigure();
  const says = timelineWords[language];
  const { timeline } = lab;
  const film = useStore(timeline.store, (state) => state.film);
  // A film that plays comes back by itself, and shows each moment too shortly for a button to be about it.
  if (film === 'on' || (at === null && former === null && !lostFormer)) return null;
  const base = at === null ? null : baseOf(line, at);
  const end = former?.moments.at(-1)?.step ?? former?.from;
  return (
    <div className="timeline-past">
      {base !== null && (
        <>
          <p>
            {says.past(count(shown), count(newest))} {base !== at && says.seen(count(base))}
          </p>
          <button
            type="button"
            className="button"
            onClick={() => {
              left();
              void attempt(lab, () => timeline.newest());
            }}
          >
            {says.newest}
          </button>
          <button
            type="button"
            className="button"
            title={keepsFormer ? says.goOnHint : says.goOnAlone}
            onClick={() => {
              left();
              lab.play();
            }}
          >
            {base === at ? says.goOn : says.goOnFrom(count(base))}
          </button>
        </>
      )}
      {lostFormer && <p role="status">{says.formerGone}</p>}
      {former !== null && (
        <button
          type="button"
          className="button"
          title={says.formerHint(count(former.from), count(end!))}
          onClick={() => {
            left();
            void attempt(lab, () => timeline.former());
          }}
        >
          {says.former}
        </button>
      )}
    </div>
  );
}
