import type { NumberSpec } from './specs';

/** Share of a `zero-log` slider between 0 and the start of its logarithmic part, where it is linear. */
const ZERO_STOP = 0.06;

/** Position 0 … 1 of a value on its slider. */
export function toPosition(spec: NumberSpec, value: number): number {
  if (spec.scale === 'linear') return (value - spec.min) / (spec.max - spec.min);
  const low = spec.from ?? spec.min;
  const logarithmic = Math.log(value / low) / Math.log(spec.max / low);
  if (spec.scale === 'log') return logarithmic;
  return value < low ? (value / low) * ZERO_STOP : ZERO_STOP + (1 - ZERO_STOP) * logarithmic;
}

/** The value at a position 0 … 1 of its slider; inverse of `toPosition`. */
export function fromPosition(spec: NumberSpec, position: number): number {
  if (spec.scale === 'linear') return spec.min + position * (spec.max - spec.min);
  const low = spec.from ?? spec.min;
  if (spec.scale === 'zero-log' && position < ZERO_STOP) return (position / ZERO_STOP) * low;
  const share = spec.scale === 'log' ? position : (position - ZERO_STOP) / (1 - ZERO_STOP);
  // Rounding must not lead out of the range at its end.
  return Math.min(spec.max, low * (spec.max / low) ** share);
}

/** Steps of a slider; fine enough that a drag is smooth. */
export const STEPS = 1000;

/** The step 0 … STEPS that shows a value. */
export const stepOf = (spec: NumberSpec, value: number): number => Math.round(STEPS * toPosition(spec, value));

/** The value at a step, to three digits, so that what is shown is what trains. */
export function valueAtStep(spec: NumberSpec, step: number): number {
  const value = fromPosition(spec, step / STEPS);
  return spec.integer ? Math.round(value) : Number(value.toPrecision(3));
}

/**
 * The value that is chosen by going from the step of `present` to `step`, and beyond it where the values up to there are
 * all written like `present`; the last of the slider where there is none beyond.
 */
export function valueBeyond(spec: NumberSpec, present: number, step: number): number {
  const way = Math.sign(step - stepOf(spec, present));
  let at = step;
  let value = valueAtStep(spec, at);
  while (way !== 0 && (value - present) * way <= 0 && at > 0 && at < STEPS) {
    at += way;
    value = valueAtStep(spec, at);
  }
  return value;
}
