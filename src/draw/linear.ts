import { nice, ticks } from 'd3-array';

/**
 * A linear map of one interval onto another, as axes take it. That of d3-scale brings interpolators of colours along,
 * which weigh more than all else that is drawn here.
 */
export interface LinearScale {
  (value: number): number;
  invert(place: number): number;
  domain(): [from: number, to: number];
  range(): [from: number, to: number];
  /** Round values inside the domain. */
  ticks(wanted: number): number[];
  copy(): this;
}

/**
 * The scale that maps `domain` onto `range`; either may run backwards.
 * @param domain two different values
 */
export function linear(domain: readonly [number, number], range: readonly [number, number]): LinearScale {
  const [from, to] = domain;
  const [start, end] = range;
  const unit = (end - start) / (to - from);
  const scale = Object.assign((value: number): number => start + unit * (value - from), {
    invert: (place: number): number => from + (place - start) / unit,
    domain: (): [number, number] => [from, to],
    range: (): [number, number] => [start, end],
    ticks: (wanted: number): number[] => ticks(from, to, wanted),
    copy: (): LinearScale => scale,
  });
  return scale as LinearScale;
}

/** The smallest interval with round ends that holds another. */
export const niceInterval = (from: number, to: number, wanted: number): [number, number] => nice(from, to, wanted);
