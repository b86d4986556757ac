/** How much a decoder stretches the plane, as colours on a logarithmic scale with lines and their numbers. */
import { select } from 'd3-selection';
import { significant } from '../decimals';
import { sequential } from '../sequential';
import { css } from '../theme';
import { paintCells } from './cells';
import { type Line, lineAt } from './contours';
import type { PlaneScales } from './scales';

/** What the colours stand for. */
export interface StretchScale {
  /** The common logarithms of the values at both ends. */
  readonly low: number;
  readonly high: number;
  /** Round values in between, ascending. */
  readonly marks: readonly number[];
}

/** Shares of the cells below and above the scale: a few cells at a kink do not take the colours from the others. */
const BELOW = 0.02;
const ABOVE = 0.005;

/** Decades at most. */
const DECADES = 4;

/** Decades at least, around the middle of what there is: less is as good as even. */
const LEAST = 0.3;

/** Mantissas of round values, the fewest first, and the most that are marked. */
const MANTISSAS = [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 4, 5, 7]] as const;
const MARKS = 5;

/** Of fields that are shown: their layers ask again with every move of the window. */
const scales = new WeakMap<Float32Array, StretchScale | null>();

/**
 * The scale of a field, found once and then kept for as long as the field is.
 * @param values √det G, ≥ 0, which do not change; null where none is positive
 */
export function stretchScale(values: Float32Array): StretchScale | null {
  let scale = scales.get(values);
  if (scale === undefined) {
    scale = findScale(values);
    scales.set(values, scale);
  }
  return scale;
}

function findScale(values: Float32Array): StretchScale | null {
  const sorted = values.filter((value) => value > 0 && Number.isFinite(value)).sort();
  if (sorted.length === 0) return null;
  const at = (share: number): number => Math.log10(sorted[Math.round(share * (sorted.length - 1))]!);
  const top = at(1 - ABOVE);
  const bottom = Math.max(at(BELOW), top - DECADES);
  const lacking = Math.max(0, LEAST - (top - bottom)) / 2;
  const [low, high] = [bottom - lacking, top + lacking];
  const marksOf = (mantissas: readonly number[]): number[] => {
    const marks: number[] = [];
    for (let decade = Math.floor(low); decade <= high; decade++)
      for (const mantissa of mantissas) {
        const mark = Number(`${mantissa}e${decade}`);
        if (Math.log10(mark) > low && Math.log10(mark) < high) marks.push(mark);
      }
    return marks;
  };
  const marks = MANTISSAS.map(marksOf).findLast(({ length }) => length <= MARKS) ?? [];
  return { low, high, marks };
}

const shareOf = (logarithm: number, { low, high }: StretchScale): number =>
  Math.min(1, Math.max(0, (logarithm - low) / (high - low)));

/** Colours a canvas, one pixel a cell. @param values size × size, row by row from the top left */
export function paintStretch(canvas: HTMLCanvasElement, values: Float32Array, size: number, dark: boolean): void {
  const scale = stretchScale(values);
  paintCells(canvas, size, (cell, data, at) => {
    if (scale === null) return;
    data.set(sequential(shareOf(Math.log10(values[cell]!), scale), dark), at);
    data[at + 3] = 255;
  });
}

/** The lines at the round values. What is below the scale counts as its low end, since 0 has no logarithm. */
export function stretchLines(values: Float32Array, size: number, scale: StretchScale): Line[] {
  const least = 10 ** (scale.low - 1);
  const logarithms = values.map((value) => Math.log10(Math.max(value, least)));
  return scale.marks.map((mark) => lineAt(logarithms, size, Math.log10(mark)));
}

/** 0.03, 1.5, 200. */
export const markText = (mark: number): string => significant(mark, 2);

/** CSS pixels: the bar, its place from the top right, and what its numbers stand below it. */
const BAR = { width: 104, height: 8, right: 12, top: 22 } as const;
const STEPS = 26;

/** The key of the colours: a bar with the round values below it, and what they are of above it. */
export function paintStretchKey(
  group: SVGGElement,
  scale: StretchScale | null,
  { size }: Pick<PlaneScales, 'size'>,
  dark: boolean,
): void {
  const left = size - BAR.right - BAR.width;
  const key = select(group)
    .selectAll<SVGGElement, StretchScale>('g.stretch-key')
    .data(scale === null ? [] : [scale])
    .join('g')
    .attr('class', 'stretch-key')
    .attr('transform', `translate(${left} ${BAR.top})`);
  key
    .selectAll<SVGRectElement, number>('rect')
    .data(Array.from({ length: STEPS }, (_, i) => i))
    .join('rect')
    .attr('x', (i) => (i * BAR.width) / STEPS)
    // Without a seam between two of them.
    .attr('width', (i) => BAR.width / STEPS + (i < STEPS - 1 ? 0.5 : 0))
    .attr('height', BAR.height)
    .style('fill', (i) => css(sequential(i / (STEPS - 1), dark)));
  key
    .selectAll<SVGTextElement, string>('text.stretch-title')
    .data(['√det G'])
    .join('text')
    .attr('class', 'stretch-title')
    .attr('x', BAR.width)
    .attr('y', -6)
    .text((title) => title);
  key
    .selectAll<SVGTextElement, number>('text.stretch-mark')
    .data((of) => spaced(of))
    .join('text')
    .attr('class', 'stretch-mark')
    .attr('x', (mark) => BAR.width * shareOf(Math.log10(mark), scale!))
    .attr('y', BAR.height + 12)
    .text(markText);
}

/** CSS pixels that the numbers of two marks need. */
const APART = 24;

/** The marks whose numbers have room on the bar. */
function spaced(scale: StretchScale): number[] {
  const shown: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const mark of scale.marks) {
    const at = BAR.width * shareOf(Math.log10(mark), scale);
    if (at - last < APART) continue;
    shown.push(mark);
    last = at;
  }
  return shown;
}
