import { timelineWords } from '../../text/timeline';
import { useFigure } from '../context';
import { count } from '../numbers';
import { eventWords } from './eventWords';
import type { Line } from './placed';

/** What happened to the run, as a list that leads to each of the moments. */
export function Events({ line: { marks }, go }: { line: Line; go: (step: number) => void }) {
  const { words, language } = useFigure();
  const says = timelineWords[language];
  if (marks.length === 0) return null;
  return (
    <details className="timeline-events">
      <summary>{says.events(count(marks.length))}</summary>
      <ol>
        {marks.map((mark, i) => (
          <li key={i}>
            <button type="button" className="timeline-event-button" onClick={() => go(mark.step)}>
              {says.at(count(mark.step), eventWords(mark, words, says))}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
