import type { ReactNode } from 'react';
import { useId } from 'react';
import type { Hideable } from '../state/embedLink';
import { type Key, SPECS } from '../state/settings';
import { fromPosition, toPosition } from '../state/sliderScale';
import type { NumberSpec } from '../state/specs';
import { useHidden } from './context';
import { short } from './numbers';
import './Slider.css';

interface SliderProps {
  readonly of: Key & Hideable;
  readonly value: number;
  readonly name: ReactNode;
  /** What the number is, for a reader who does not know its letter. */
  readonly hint?: string;
  /** The hue that the setting has everywhere. */
  readonly hue?: 'prior' | 'reconstruction';
  readonly large?: boolean;
  onChange(value: number): void;
}

/** Positions of a slider; fine enough that a drag is smooth. */
const STEPS = 1000;

/** The value to three digits, so that what is shown is what trains. */
const rounded = (spec: NumberSpec, value: number): number =>
  spec.integer ? Math.round(value) : Number(value.toPrecision(3));

/** A number setting as a range input over its own scale. */
export function Slider({ of, value, name, hint, hue, large, onChange }: SliderProps) {
  const spec = SPECS[of];
  if (spec.kind !== 'number') throw new Error(`${of} is not a number setting`);
  const id = useId();
  const hidden = useHidden(of);
  if (hidden) return null;
  const position = toPosition(spec, value);
  return (
    <div className={`slider${large ? ' slider-large' : ''}`} data-hue={hue}>
      <label htmlFor={id}>
        <span className="slider-name">{name}</span>
        {hint !== undefined && <span>{hint}</span>}
      </label>
      <output htmlFor={id}>{short(value)}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={STEPS}
        step={1}
        value={Math.round(STEPS * position)}
        aria-valuetext={short(value)}
        style={{ '--position': position } as React.CSSProperties}
        onChange={(event) => onChange(rounded(spec, fromPosition(spec, Number(event.target.value) / STEPS)))}
      />
    </div>
  );
}
