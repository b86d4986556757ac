import { Square } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { takeWords } from '../../text/take';
import { useFigure } from '../context';
import { ZONE } from '../files/DropZone';
import { useTaking } from './context';
import { download } from './download';
import { type Film, filmKind, startFilm } from './film';
import './RecordingBar.css';
import { fileName } from './useTakeAlong';

/** Seconds after which a recording ends by itself: a forgotten one would fill the memory. */
const LONGEST = 300;

/** Records the plane while it is mounted: says for how long, and stops. */
export default function RecordingBar() {
  const figure = useFigure();
  const { show, from } = useTaking();
  const [seconds, setSeconds] = useState(0);
  const film = useRef<Film | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(figure);
  latest.current = figure;
  const says = takeWords[figure.language];

  const fail = useCallback(
    (error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      latest.current.lab.notices.notify({ kind: 'said', says: ({ code }) => takeWords[code].notSaved(why) });
      show('button');
    },
    [show],
  );
  const stop = useCallback(async () => {
    const recorded = film.current;
    film.current = null;
    if (recorded === null) return;
    const { id, lab } = latest.current;
    try {
      download(fileName(id, 'film', lab.frame?.step ?? 0, filmKind()!.end), await recorded.stop());
      show('button');
    } catch (error) {
      fail(error);
    }
  }, [show, fail]);

  useEffect(() => {
    let mounted = true;
    let timer: ReturnType<typeof setInterval> | undefined;
    const stage = from.current!.closest(`[${ZONE}]`)!.querySelector('.plane-stage')!;
    const { step } = takeWords[latest.current.language];
    startFilm(latest.current, stage, canvas.current!, { step }).then((started) => {
      if (!mounted) {
        started.discard();
        return;
      }
      film.current = started;
      const began = performance.now();
      timer = setInterval(() => {
        const passed = Math.floor((performance.now() - began) / 1000);
        setSeconds(passed);
        if (passed >= LONGEST) void stop();
      }, 250);
    }, fail);
    return () => {
      mounted = false;
      clearInterval(timer);
      film.current?.discard();
      film.current = null;
    };
  }, [from, stop, fail]);

  return (
    <span className="recording">
      <canvas ref={canvas} className="recording-picture" />
      <span className="recording-time" role="timer">
        {says.recording(clock(seconds))}
      </span>
      <button type="button" className="button" onClick={() => void stop()}>
        <Square aria-hidden="true" />
        {says.stop}
      </button>
    </span>
  );
}

/** Minutes and seconds, as 1:05. */
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
