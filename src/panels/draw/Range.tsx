import { useId } from 'react';
import '../Slider.css';

interface RangeProps {
  readonly name: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** How the value is written. */
  readonly text: string;
  onChange(value: number): void;
}

/** A number that is no setting of the model, as a range input. */
export function Range({ name, value, least, most, text, onChange }: RangeProps) {
  const id = useId();
  return (
    <div className="slider">
      <label htmlFor={id}>{name}</label>
      <output htmlFor={id} aria-live="off">
        {text}
      </output>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={0.01}
        value={value}
        aria-valuetext={text}
        style={{ '--position': (value - least) / (most - least) } as React.CSSProperties}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
}
