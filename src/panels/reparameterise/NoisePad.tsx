import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useStore } from 'zustand';
import { ARROWS } from '../../draw/plane/marks';
import { BOX_REACH, type Family } from '../../math/posterior';
import { REACH, reparameteriseOf } from '../../state/reparameterise';
import type { ReparameteriseWords } from '../../text/reparameterise';
import { useFigure } from '../context';
import { short } from '../numbers';

/** How far an arrow key moves ε. */
const STEP = 0.1;

const hundredth = (value: number): number => Math.round(100 * value) / 100;

interface NoisePadProps {
  readonly says: ReparameteriseWords;
  readonly family: Family;
}

/** ε on a pad of ±3: among the circles of 1σ and 2σ, or in the square that the noise of a box comes from. */
export function NoisePad({ says, family }: NoisePadProps) {
  const { lab } = useFigure();
  const held = reparameteriseOf(lab);
  const [x, y] = useStore(lab.staged, ({ noise }) => noise) ?? held.epsilon;
  const pad = useRef<HTMLDivElement>(null);
  const within = (value: number): number => Math.min(held.reach, Math.max(-held.reach, hundredth(value)));
  const point = (event: PointerEvent): void => {
    const { left, top, width, height } = pad.current!.getBoundingClientRect();
    const across = ((event.clientX - left) / width) * 2 - 1;
    const up = 1 - ((event.clientY - top) / height) * 2;
    held.set([within(REACH * across), within(REACH * up)]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    held.set([within(x + STEP * arrow[0]), within(y + STEP * arrow[1])]);
  };
  return (
    <div
      ref={pad}
      className="noise-pad"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        point(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) point(event);
      }}
    >
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
        aria-valuetext={says.at(short(x), short(y))}
        style={{ left: `${50 + (50 * x) / REACH}%`, top: `${50 - (50 * y) / REACH}%` }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
