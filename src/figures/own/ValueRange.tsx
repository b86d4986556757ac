import { Range } from '../../panels/draw/Range';
import { short } from '../../panels/numbers';
import type { OwnNumber } from '../../state/ownValues';

interface ValueRangeProps {
  readonly name: string;
  readonly value: number;
  readonly spec: OwnNumber;
  onChange(value: number): void;
}

/** A slider of a number that a figure with a component of its own can be set to. */
export const ValueRange = ({ name, value, spec: { min, max }, onChange }: ValueRangeProps) => (
  <Range name={name} value={value} least={min} most={max} text={short(value)} onChange={onChange} />
);
