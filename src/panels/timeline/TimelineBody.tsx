/** The line of the training's moments: where one is on it, what happened, the way back and on. */

import { useId, useRef, useState } from 'react';
import { lateWords } from '../../text/late';
import '../../state/timeTravel';
import { timelineWords } from '../../text/timeline';
import { attempt } from '../attempt';
import { useFigure, useLab } from '../context';
import { count } from '../numbers';
import '../Slider.css';
import { Events } from './Events';
import { eventWords } from './eventWords';
import { FilmButtons } from './FilmButtons';
import { Marks } from './Marks';
import { Past } from './Past';
import { shareOf, stopAt, stopOfKey, stopsOf } from './placed';
import './timeline.css';
import { type ShownLine, useLine } from './useLine';

/** Positions of the slider: as fine as pixels of a wide screen. */
const POSITIONS = 1000;

export default function TimelineBody() {
  const { language } = useFigure();
  const trained = useLab(({ run }) => run !== null && run.engine !== 'layers');
  const line = useLine();
  if (!trained) return null;
  if (line === null) return <p className="timeline fine">{timelineWords[language].tooLarge}</p>;
  return <TimelineOf line={line} />;
}

function TimelineOf({ line }: { line: ShownLine }) {
  const { lab, words, language } = useFigure();
  const says = timelineWords[language];
  const id = useId();
  const slider = useRef<HTMLInputElement>(null);
  /** Where the reader wants to go, until the moment is there; the last of several counts. */
  const [wanted, setWanted] = useState<number | null>(null);
  const asked = useRef(0);

  const go = (step: number): void => {
    const number = ++asked.current;
    setWanted(step);
    const { timeline } = lab;
    void attempt(lab, () => (step === line.newest ? timeline.newest() : timeline.travel(step))).then(() => {
      if (asked.current === number) setWanted(null);
    });
  };
  const shown = wanted ?? line.shown;
  const share = shareOf(shown, line);
  const happened = line.marks.filter(({ step }) => step === shown).map((mark) => eventWords(mark, words, says));
  const isNewest = shown === line.newest;
  return (
    <section
      className="timeline"
      aria-label={lateWords[language].timeline.title}
      data-shown={line.shown}
      data-at={line.at ?? ''}
    >
      <div className="timeline-bar">
        <div className="slider">
          <label htmlFor={id}>{lateWords[language].timeline.title}</label>
          <span className="fine">{says.kept(count(stopsOf(line).length))}</span>
          <output htmlFor={id} aria-live="off">
            {[says.step(count(shown)), ...happened].join(' · ')}
          </output>
          <div className="timeline-track">
            <Marks line={line} />
            <input
              ref={slider}
              id={id}
              type="range"
              min={0}
              max={POSITIONS}
              step="any"
              value={POSITIONS * share}
              aria-valuetext={isNewest ? says.valueNewest(count(shown)) : says.value(count(shown), count(line.newest))}
              aria-describedby={`${id}-hint`}
              style={{ '--position': share } as React.CSSProperties}
              onChange={(event) => {
                const stop = stopAt(Number(event.target.value) / POSITIONS, line);
                if (stop !== shown) go(stop);
              }}
              onKeyDown={(event) => {
                const stop = stopOfKey(event.key, shown, line);
                if (stop === null || event.ctrlKey || event.altKey || event.metaKey) return;
                event.preventDefault();
                if (stop !== shown) go(stop);
              }}
            />
          </div>
          <p id={`${id}-hint`} className="hidden">
            {says.hint}
          </p>
        </div>
        <FilmButtons canPlay={line.newest > line.moments[0]!.step} />
      </div>
      <Past line={line} left={() => slider.current?.focus()} />
      <Events line={line} go={go} />
    </section>
  );
}
