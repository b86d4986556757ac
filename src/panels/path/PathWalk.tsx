import { Play, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import { pathWords } from '../../text/path';
import { useFigure } from '../context';
import { IconButton } from '../IconButton';

/** Ms that a walk takes from end to end. */
const WALK = 6000;

/** The button that has the marked place go along the whole path; there is none where motion is left out. */
export function PathWalk() {
  const { lab, language, still } = useFigure();
  const says = pathWords[language];
  const { path } = lab.pins;
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    let begun: number | null = null;
    let next = requestAnimationFrame(function walk(now: number) {
      begun ??= now;
      const share = (now - begun) / WALK;
      path.mark(Math.min(1, share));
      if (share >= 1) setPlaying(false);
      else next = requestAnimationFrame(walk);
    });
    return () => cancelAnimationFrame(next);
  }, [playing, path]);
  if (still) return null;
  return (
    <IconButton name={playing ? says.stopPlaying : says.play} onClick={() => setPlaying(!playing)}>
      {playing ? <Square aria-hidden="true" /> : <Play aria-hidden="true" />}
    </IconButton>
  );
}
