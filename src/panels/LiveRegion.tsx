import { useEffect, useState } from 'react';
import { useFigure, useLab } from './context';
import { count, nats, percent } from './numbers';

/** Says where the training stands when it pauses; silent while it runs. */
export function LiveRegion() {
  const { lab, words } = useFigure();
  const playing = useLab((state) => state.playing);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const { frame } = lab;
    const loss = lab.history.points[lab.history.points.length - 1];
    if (playing || frame === null || loss === undefined) return setSaid('');
    setSaid(words.status(count(frame.epoch), count(frame.step), nats(loss.total), percent(frame.circleCoverage)));
  }, [lab, playing, words]);
  return (
    <p className="hidden" role="status" aria-live="polite">
      {said}
    </p>
  );
}
