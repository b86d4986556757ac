import { ChevronLeft, ChevronRight, Pause, Play, SkipForward, X } from 'lucide-react';
import { useStore } from 'zustand';
import { STAGES, slowMotionOf } from '../../state/slowMotion';
import type { SlowWords } from '../../text/slowMotion';
import { useFigure } from '../context';
import { IconButton } from '../IconButton';

/** Leads from stage to stage, and from step to step. None of it is ever disabled: a button that is loses the keyboard's place. */
export function SlowControls({ says: { controls, titles } }: { readonly says: SlowWords }) {
  const { lab } = useFigure();
  const motion = slowMotionOf(lab);
  const stage = useStore(lab.staged, ({ slow }) => slow?.stage ?? 'batch');
  const playing = useStore(lab.staged, ({ slow }) => slow?.playing ?? false);
  const byHand = (move: () => void) => () => {
    motion.pause();
    move();
  };
  return (
    <div className="slow-controls">
      <IconButton name={controls.back} onClick={byHand(() => motion.back())}>
        <ChevronLeft aria-hidden="true" />
      </IconButton>
      <IconButton
        name={playing ? controls.pause : controls.play}
        onClick={() => (playing ? motion.pause() : motion.play())}
      >
        {playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </IconButton>
      <IconButton name={controls.forward} onClick={byHand(() => motion.forward())}>
        <ChevronRight aria-hidden="true" />
      </IconButton>
      <IconButton name={controls.next} onClick={byHand(() => void motion.nextStep())}>
        <SkipForward aria-hidden="true" />
      </IconButton>
      <ol className="slow-places">
        {STAGES.map((each) => (
          <li key={each}>
            <button
              type="button"
              aria-label={titles[each]}
              title={titles[each]}
              aria-current={each === stage ? 'step' : undefined}
              onClick={byHand(() => motion.go(each))}
            />
          </li>
        ))}
      </ol>
      <IconButton name={controls.leave} onClick={() => motion.leave()}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
