import { useEffect, useRef } from 'react';
import { paintTimeline } from '../../draw/timeline';
import { progressAt } from '../../math/spacing';
import { timelineWords } from '../../text/timeline';
import { useFigure } from '../context';
import { count } from '../numbers';
import { useSize } from '../useSize';
import { eventWords } from './eventWords';
import { type Line, shareOf } from './placed';

/** Moments, events and the branch that was left, along the slider. */
export function Marks({ line }: { line: Line }) {
  const { words, language } = useFigure();
  const says = timelineWords[language];
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const { width } = useSize(host);
  useEffect(() => {
    if (width === 0) return;
    const moments = line.moments.map(({ step, isWhole }) => ({ at: shareOf(step, line), isWhole }));
    const events = line.marks.map((mark) => ({
      at: shareOf(mark.step, line),
      says: says.at(count(mark.step), eventWords(mark, words, says)),
    }));
    paintTimeline(svg.current!, { moments, events, former: formerOf(line) }, width);
  }, [line, width, words, says]);
  return (
    <div ref={host} className="timeline-marks">
      <svg ref={svg} aria-hidden="true" />
    </div>
  );
}

/** Where the branch that was left lies on the line, as far as that goes. */
function formerOf(line: Line): { from: number; to: number } | null {
  const { former, beginnings, newest } = line;
  if (former === null) return null;
  const own = former.marks.filter(({ kind }) => kind === 'settings').map(({ step }) => step);
  const shared = beginnings.filter((step) => step <= former.from);
  const end = former.moments.at(-1)?.step ?? former.from;
  const to = progressAt(end, [...shared, ...own]) / progressAt(newest, beginnings);
  return { from: shareOf(former.from, line), to: Math.min(1, to) };
}
