import type { ReactNode } from 'react';
import { useId, useRef } from 'react';
import type { Hideable } from '../state/embedLink';
import { type Key, SPECS } from '../state/settings';
import { STEPS, stepOf, toPosition, valueAtStep, valueBeyond } from '../state/sliderScale';
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

/** A number setting as a range input over its own scale. */
export function Slider({ of, value, name, hint, hue, large, onChange }: SliderProps) {
  const spec = SPECS[of];
  if (spec.kind !== 'number') throw new Error(`${of} is not a number setting`);
  const id = useId();
  const byPointer = useRef(false);
  const hidden = useHidden(of);
  if (hidden) return null;
  const note = ({ type }: React.SyntheticEvent): void => {
    byPointer.current = type === 'pointerdown';
  };
  const take = ({ currentTarget: input }: React.ChangeEvent<HTMLInputElement>): void => {
    const step = Number(input.value);
    // A key, or what assistive technology does for one, always leads to another value; a pointer to the one it is at.
    onChange(byPointer.current ? valueAtStep(spec, step) : valueBeyond(spec, value, step));
  };
  return (
    <div className={`slider${large ? ' slider-large' : ''}`} data-hue={hue}>
      <label htmlFor={id}>
        <span className="slider-name">{name}</span>
        {hint !== undefined && <span>{hint}</span>}
      </label>
      <output htmlFor={id} aria-live="off">
        {short(value)}
      </output>
      <input
        id={id}
        type="range"
        min={0}
        max={STEPS}
        step={1}
        value={stepOf(spec, value)}
        aria-valuetext={short(value)}
        style={{ '--position': toPosition(spec, value) } as React.CSSProperties}
        onPointerDown={note}
        onPointerUp={note}
        onPointerCancel={note}
        onKeyDown={note}
        onChange={take}
      />
    </div>
  );
}
