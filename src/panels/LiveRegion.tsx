import { useEffect, useRef, useState } from 'react';
import { lateWords } from '../text/late';
import type { Frame } from '../worker/frameProtocol';
import { useFigure, useFrames, useLab } from './context';
import { coveredUnit } from './coveredUnit';
import { count, percent } from './numbers';
import { nats } from './quantities';
import { useUnits } from './useUnits';

/** Ms without another picture after which the run counts as resting: a film and a drag on the timeline show many. */
const REST = 500;

/** Says where the training stands when it pauses; silent while it runs, is played back, or is gone through by hand. */
export default function LiveRegion() {
  const { lab, language, words } = useFigure();
  const playing = useLab((state) => state.playing);
  const units = useUnits();
  /** The frame that the run rests at; of a run that trains there is none. */
  const [rest, setRest] = useState<Frame | null>(() => atRest(lab.frame));
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useFrames((frame) => {
    clearTimeout(waiting.current);
    const next = atRest(frame);
    if (next === null) setRest(null);
    // A film may show a moment for longer.
    else waiting.current = setTimeout(() => lab.timeline.store.getState().film !== 'on' && setRest(next), REST);
  });
  useEffect(() => () => clearTimeout(waiting.current), []);
  const loss = rest?.restLosses ?? (rest === null ? null : lab.history.upTo(rest.step).loss) ?? null;
  return (
    <p className="hidden" role="status" aria-live="polite" data-step={rest?.step}>
      {!playing && rest !== null && loss !== null
        ? lateWords[language].status(
            count(rest.epoch),
            count(rest.step),
            nats(loss.total),
            units.total,
            percent(rest.circleCoverage),
            words.plane.unit[coveredUnit(rest)],
          )
        : ''}
    </p>
  );
}

const atRest = (frame: Frame | null): Frame | null => (frame === null || frame.training ? null : frame);
