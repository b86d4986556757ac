import { Link2, Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Choice } from './Choice';
import { useFigure, useLab } from './context';
import { count } from './numbers';
import { usePacedFrames } from './usePaced';

/** Ms between two updates of the counters: more often they cannot be read. */
const COUNTER_PACE = 250;

/** Ms for which the button says that the link was copied. */
const SAID = 2500;

/** Play, pause, step, start again, speed; and how far the training is. */
export function Transport() {
  const { lab, words } = useFigure();
  const playing = useLab((state) => state.playing);
  const ready = useLab((state) => state.run !== null);
  const { transport } = words;
  return (
    <div className="transport" role="toolbar" aria-label={transport.label}>
      <button
        type="button"
        className="button button-strong"
        disabled={!ready}
        onClick={() => (playing ? lab.pause() : lab.play())}
      >
        {playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        {playing ? transport.pause : transport.play}
      </button>
      <IconButton name={transport.step} disabled={!ready} onClick={() => void lab.step(1)}>
        <StepForward aria-hidden="true" />
      </IconButton>
      <IconButton name={transport.reset} disabled={!ready} onClick={() => void lab.reset()}>
        <RotateCcw aria-hidden="true" />
      </IconButton>
      <Choice of="speed" hideLabel />
      <EngineChoice />
      <Counters />
      <ShareButton />
    </div>
  );
}

function IconButton(props: { name: string; disabled?: boolean; onClick(): void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      className="button button-icon"
      aria-label={props.name}
      title={props.name}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}

/** Which engine trains; the run goes on when it is changed. */
function EngineChoice() {
  const { words } = useFigure();
  const run = useLab((state) => state.run);
  const { engine } = words;
  const serving = run === null ? words.transport.starting : engine.automatic(engine.names[run.engine] ?? run.engine);
  const reason = run === null ? '' : engine.reasons[run.engineReason.code](run.engineReason.renderer ?? '');
  return <Choice of="engine" hideLabel title={reason} rename={{ auto: serving }} />;
}

function Counters() {
  const { words } = useFigure();
  const { transport } = words;
  const epoch = useRef<HTMLElement>(null);
  const step = useRef<HTMLElement>(null);
  const rate = useRef<HTMLElement>(null);
  usePacedFrames(COUNTER_PACE, (frame) => {
    epoch.current!.textContent = count(frame.epoch);
    step.current!.textContent = count(frame.step);
    rate.current!.textContent = frame.stepsPerSecond > 0 ? count(Math.round(frame.stepsPerSecond)) : '–';
  });
  return (
    <p className="counters">
      <span>
        {transport.epoch} <b ref={epoch}>0</b>
      </span>
      <span>
        {transport.step1} <b ref={step}>0</b>
      </span>
      <span>
        <b ref={rate}>–</b> {transport.rate}
      </span>
    </p>
  );
}

function ShareButton() {
  const { words } = useFigure();
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid(words.transport.shared);
    } catch {
      setSaid(words.transport.notShared);
    }
  };
  return (
    <button type="button" className="button share" onClick={() => void copy()}>
      <Link2 aria-hidden="true" />
      <span aria-live="polite" data-said={said === null ? undefined : true}>
        {said ?? words.transport.share}
      </span>
    </button>
  );
}
