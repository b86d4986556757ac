import { Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { useRef, useState } from 'react';
import { Choice } from './Choice';
import { useDrawn, useFigure, useLab } from './context';
import { engineName } from './engineWords';
import { Failure } from './Failure';
import { fetchLate } from './fetchLate';
import { IconButton } from './IconButton';
import { latePart } from './lazyPart';
import { count, NONE } from './numbers';
import { pressable } from './pressable';
import { takeStep } from './takeStep';
import './Transport.css';
import { useFetched } from './useFetched';
import { usePacedFrames } from './usePaced';

const fetchReason = () => fetchLate('engineReason');

const ShareButtons = latePart('share', { from: 'drawn' });

/** Ms between two updates of the counters: more often they cannot be read. */
const COUNTER_PACE = 250;

/** Play, pause, step, start again, speed; and how far the training is. */
export function Transport() {
  const { lab, words, hidden } = useFigure();
  const playing = useLab((state) => state.playing);
  const ready = useLab((state) => state.run !== null);
  const trained = useLab(({ run }) => run !== null && run.engine !== 'layers');
  const { transport } = words;
  return (
    <div className="transport" role="toolbar" aria-label={transport.label}>
      <button
        type="button"
        className="button button-strong"
        {...pressable(trained, () => (playing ? lab.pause() : lab.play()))}
      >
        {playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        {playing ? transport.pause : transport.play}
      </button>
      {!hidden.has('step') && (
        <IconButton name={transport.step} disabled={!trained} onClick={() => void takeStep(lab)}>
          <StepForward aria-hidden="true" />
        </IconButton>
      )}
      {!hidden.has('reset') && (
        <IconButton name={transport.reset} disabled={!ready} onClick={() => void lab.reset()}>
          <RotateCcw aria-hidden="true" />
        </IconButton>
      )}
      <Fold />
      <Choice of="speed" name={words.settings.speed} names={words.choices.speed} hideLabel />
      <EngineChoice />
      {!hidden.has('counters') && <Counters />}
      {!hidden.has('share') && <ShareButtons height="36px" place="share-place" />}
    </div>
  );
}

/** Unfolds the controls that a narrow figure in a post has no room for at first (src/embed/embed.css). */
function Fold() {
  const { transport } = useFigure().words;
  const [unfolded, setUnfolded] = useState(false);
  return (
    <button type="button" className="button fold" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
      {transport.controls}
    </button>
  );
}

/** Which engine trains, also where another was asked for; the run goes on when it is changed. */
function EngineChoice() {
  const { lab, words } = useFigure();
  const why = useFetched(fetchReason, useDrawn(lab));
  const run = useLab((state) => state.run);
  const asked = useLab((state) => state.settings.engine);
  const { engine, settings, choices } = words;
  const choice = (renamed: Readonly<Record<string, string>>, title?: string) => (
    <Choice of="engine" name={settings.engine} names={{ ...choices.engine, ...renamed }} hideLabel title={title} />
  );
  if (run === null) return choice({ auto: words.transport.starting });
  if (run.engine === 'layers') return null;
  const name = engineName(run, words);
  const renamed = { auto: engine.automatic(name), [run.engine]: name };
  if (run.engineReason.other?.engine === asked) renamed[asked] = engine.instead(name, engine.names[asked] ?? asked);
  return (
    <>
      {choice(renamed, why.part?.(run, words))}
      {why.failed && <Failure says={words.failure.part} words={words} retry={why.get} />}
    </>
  );
}

function Counters() {
  const { words } = useFigure();
  const { transport } = words;
  const root = useRef<HTMLParagraphElement>(null);
  const epoch = useRef<HTMLElement>(null);
  const step = useRef<HTMLElement>(null);
  const rate = useRef<HTMLElement>(null);
  usePacedFrames(
    COUNTER_PACE,
    (frame) => {
      root.current!.dataset.step = String(frame.step);
      epoch.current!.textContent = count(frame.epoch);
      step.current!.textContent = count(frame.step);
      const steps = Math.round(frame.stepsPerSecond);
      rate.current!.textContent = frame.training && steps > 0 ? count(steps) : NONE;
    },
    [],
  );
  return (
    <p className="counters" ref={root}>
      <span>
        {transport.epoch} <b ref={epoch}>0</b>
      </span>
      <span>
        {transport.step1} <b ref={step}>0</b>
      </span>
      <span>
        <b ref={rate}>{NONE}</b> {transport.rate}
      </span>
    </p>
  );
}
