import { Pause, Play, History as Rewind, Square } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { timelineWords } from '../../text/timeline';
import { attempt } from '../attempt';
import { useFigure } from '../context';
import { IconButton } from '../IconButton';
import { pressable } from '../pressable';

/** Seconds that a film may take. */
const PACES = [5, 10, 20, 60] as const;

/** Plays the training back, at a pace of the reader's choice. */
export function FilmButtons({ canPlay }: { canPlay: boolean }) {
  const { lab, language } = useFigure();
  const says = timelineWords[language];
  const { timeline } = lab;
  const film = useStore(timeline.store, (state) => state.film);
  const [seconds, setSeconds] = useState<number>(10);
  const id = useId();
  const main = useRef<HTMLButtonElement>(null);
  const press = (): void => {
    if (film === 'off') void attempt(lab, () => timeline.playBack(seconds));
    else timeline.pauseFilm(film === 'on');
  };
  const Icon = film === 'off' ? Rewind : film === 'on' ? Pause : Play;
  return (
    <div className="timeline-film">
      <button type="button" className="button" ref={main} {...pressable(canPlay, press)}>
        <Icon aria-hidden="true" />
        {film === 'off' ? says.playBack : film === 'on' ? says.pause : says.resume}
      </button>
      {film !== 'off' && (
        <IconButton
          name={says.stop}
          onClick={() => {
            // This button goes away.
            main.current!.focus();
            timeline.endFilm();
          }}
        >
          <Square aria-hidden="true" />
        </IconButton>
      )}
      <label htmlFor={id} className="hidden">
        {says.pace}
      </label>
      <select
        id={id}
        className="timeline-pace"
        value={seconds}
        disabled={film !== 'off'}
        onChange={(event) => setSeconds(Number(event.target.value))}
      >
        {PACES.map((pace) => (
          <option key={pace} value={pace}>
            {says.seconds(String(pace))}
          </option>
        ))}
      </select>
    </div>
  );
}
