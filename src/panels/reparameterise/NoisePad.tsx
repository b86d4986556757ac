import { useStore } from 'zustand';
import { BOX_REACH, type Family } from '../../math/family';
import { REACH, reparameteriseOf } from '../../state/reparameterise';
import type { ReparameteriseWords } from '../../text/reparameterise';
import { row } from '../axisText';
import { useFigure } from '../context';
import { short } from '../numbers';
import { usePad } from '../usePad';

/** How far an arrow key moves ε. */
const STEP = 0.1;

const hundredth = (value: number): number => Math.round(100 * value) / 100;

interface NoisePadProps {
  readonly says: ReparameteriseWords;
  readonly family: Family;
  /** d, axes of a code. */
  readonly latent: number;
}

/**
 * ε on a pad of ±3: among the circles of 1σ and 2σ, or in the square that the noise of a box comes from. That of codes of
 * one axis stays on the line across.
 */
export function NoisePad({ says, family, latent }: NoisePadProps) {
  const { lab } = useFigure();
  const held = reparameteriseOf(lab);
  const [x, beside] = useStore(lab.staged, ({ noise }) => noise) ?? held.epsilon;
  const y = latent === 1 ? 0 : beside;
  const within = (value: number): number => Math.min(held.reach, Math.max(-held.reach, hundredth(value)));
  const set = (across: number, up: number): void => held.set([within(across), latent === 1 ? 0 : within(up)]);
  const { surface, onKeyDown } = usePad(
    (across, up) => set(REACH * (2 * across - 1), REACH * (2 * up - 1)),
    (right, up) => set(x + STEP * right, y + STEP * up),
  );
  return (
    <div className="noise-pad" {...surface}>
      <svg viewBox={`${-REACH} ${-REACH} ${2 * REACH} ${2 * REACH}`} aria-hidden="true">
        {family === 'box' ? (
          <rect x={-BOX_REACH} y={-BOX_REACH} width={2 * BOX_REACH} height={2 * BOX_REACH} />
        ) : (
          [1, 2].map((radius) => <circle key={radius} className={`noise-${radius}`} r={radius} />)
        )}
        <line x2={x} y2={-y} />
      </svg>
      <span className="noise-axis" aria-hidden="true">
        ε
      </span>
      <div
        className="noise-thumb"
        role="slider"
        tabIndex={0}
        aria-label={`${says.pad}. ${says.keys}`}
        aria-valuemin={-held.reach}
        aria-valuemax={held.reach}
        aria-valuenow={x}
        aria-valuetext={`ε ${row(latent === 1 ? [short(x)] : [short(x), short(y)])}`}
        style={{ left: `${50 + (50 * x) / REACH}%`, top: `${50 - (50 * y) / REACH}%` }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
