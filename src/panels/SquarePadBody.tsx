import { lateWords } from '../text/late';
import { padWords } from '../text/pad';
import { useFigure, useLab } from './context';
import { CORNERS } from './corners';
import { short } from './numbers';
import './SquarePad.css';
import { usePad } from './usePad';

/** How far an arrow key moves. */
const STEP = 0.05;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
/** A value that is farther than the square reaches stays there until it is moved back. */
const moved = (value: number, by: number): number =>
  by === 0 || (by > 0 && value >= 1) ? value : hundredth(clamp(value + by));

const hundredth = (value: number): number => Math.round(100 * value) / 100;

/** The square of β and σ, with the four models that are its corners. */
export default function SquarePadBody() {
  const { lab, language } = useFigure();
  const says = padWords[language];
  const beta = useLab((state) => state.settings.beta);
  const noiseScale = useLab((state) => state.settings.noiseScale);

  const set = (nextBeta: number, nextNoise: number): void => {
    void lab.set({ beta: hundredth(clamp(nextBeta)), noiseScale: hundredth(clamp(nextNoise)) });
  };
  const { surface, onKeyDown } = usePad(
    (across, up) => set(up, across),
    (right, up) => void lab.set({ beta: moved(beta, STEP * up), noiseScale: moved(noiseScale, STEP * right) }),
  );
  return (
    <div className="pad">
      {CORNERS.map((corner) => (
        <button
          key={corner.name}
          type="button"
          className={`pad-corner pad-${corner.name}`}
          title={says.cornerHints[corner.name]}
          aria-pressed={beta === corner.beta && noiseScale === corner.noiseScale}
          onClick={() => set(corner.beta, corner.noiseScale)}
        >
          {says.corners[corner.name]}
        </button>
      ))}
      <div className="pad-square" {...surface}>
        <span className="pad-axis pad-axis-x" aria-hidden="true">
          σ
        </span>
        <span className="pad-axis pad-axis-y" aria-hidden="true">
          β
        </span>
        <div
          className="pad-thumb"
          role="slider"
          tabIndex={0}
          aria-label={`${lateWords[language].controls.pad}. ${says.hint}`}
          aria-valuemin={0}
          aria-valuemax={1}
          aria-valuenow={clamp(beta)}
          aria-valuetext={says.value(short(beta), short(noiseScale))}
          data-outside={beta > 1 || noiseScale > 1}
          style={{ left: `${100 * clamp(noiseScale)}%`, top: `${100 * (1 - clamp(beta))}%` }}
          onKeyDown={onKeyDown}
        />
      </div>
    </div>
  );
}
