import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { STAGES, slowMotionOf } from '../../state/slowMotion';
import { slowWords } from '../../text/slowMotion';
import { useFigure, useLab } from '../context';
import { count } from '../numbers';
import { SlowControls } from './SlowControls';
import { SlowImage } from './SlowImage';
import { SlowLegend } from './SlowLegend';
import './slow.css';
import { useSentence } from './useSentence';

/** One training step, stage by stage: what happens, in words and in the numbers of some images. */
export default function SlowMotionBody() {
  const { lab, language, still } = useFigure();
  const says = slowWords[language];
  const motion = slowMotionOf(lab);
  const stage = useStore(lab.staged, ({ slow }) => slow?.stage ?? 'batch');
  const step = useStore(lab.staged, ({ slow }) => slow?.step ?? null);
  const lacks = useStore(lab.staged, ({ slow }) => slow?.lacks ?? null);
  const untrained = useLab(({ run }) => run?.engine === 'layers');
  const sentence = useSentence(says);
  useEffect(() => {
    motion.enter();
    return () => motion.leave();
  }, [motion]);
  useEffect(() => {
    motion.still = still;
  }, [motion, still]);
  const root = useRef<HTMLDivElement>(null);
  const isThere = lacks === null;
  useEffect(() => {
    if (!isThere) return;
    // Those of the panel's heading, too: the focus is there when it has just been opened.
    const panel = root.current!.closest<HTMLElement>('.staged') ?? root.current!;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'ArrowRight') motion.forward();
      else if (event.key === 'ArrowLeft') motion.back();
      else if (event.key === 'Escape') motion.leave();
      else return;
      event.preventDefault();
    };
    panel.addEventListener('keydown', onKeyDown);
    return () => panel.removeEventListener('keydown', onKeyDown);
  }, [motion, isThere]);
  if (lacks !== null) return <p className="fine">{untrained ? says.untrained : says.failed(lacks)}</p>;
  const place = STAGES.indexOf(stage) + 1;
  return (
    <div className="slow" ref={root} data-stage={stage} data-step={step?.step}>
      <SlowControls says={says} />
      <div className="slow-says" aria-live="polite" aria-busy={step === null}>
        <p className="fine">
          {step !== null && says.place(String(place), String(STAGES.length), count(step.step + 1))}
        </p>
        <h3>{says.titles[stage]}</h3>
        <p>{sentence}</p>
      </div>
      {stage === 'pulls' && <SlowLegend says={says} />}
      {step !== null && (
        <ol className="slow-images" aria-label={says.images}>
          {step.images.map((image, i) => (
            <SlowImage key={image.index} number={i + 1} at={i} image={image} says={says} />
          ))}
        </ol>
      )}
    </div>
  );
}
