import { factorMark } from '../draw/sequential';
import type { Rgb, Theme } from '../draw/theme';
import { colouredBy, type Factor } from '../state/factorColour';
import { factorWords } from '../text/factors';
import type { Language } from '../text/index';
import type { Dataset } from '../worker/libraryProtocol';
import type { Colouring } from './useColouring';

/** Steps of a scale: each is a plane of ink of its own to the painters, which have 31. */
const STEPS = 16;

/** Kinds that have a colour number of their own; their colours wrap around before. */
const MOST_KINDS = 30;

/** The ends of a scale. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

interface ColourRequest {
  /** As the setting has it. */
  readonly colour: string;
  readonly theme: Theme;
  readonly language: Language;
}

/** The colours of a data set's codes by a factor; by class where there is no such factor. */
export function factorColours(dataset: Dataset, { colour, theme, language }: ColourRequest): Colouring {
  const factor = colouredBy(dataset, colour);
  const { kinds } = factorWords[language];
  const kindName = (name: string): string => kinds[name] ?? name;
  if (factor === null) return { labels: dataset.labels, names: dataset.classNames?.map(kindName) ?? null, theme };
  const { values, levels } = factor;
  const palette = levels === null ? scaleOf(theme) : kindsOf(levels, theme);
  const { least, most } = rangeOf(factor);
  const place = (value: number): number =>
    levels === null
      ? Math.min(STEPS - 1, Math.floor((STEPS * (value - least)) / (most - least || 1)))
      : value % MOST_KINDS;
  const hasUnknown = values.some(Number.isNaN);
  return {
    labels: Uint8Array.from(values, (value) => (Number.isNaN(value) ? palette.length : place(value))),
    names: levels === null ? [] : levels.slice(0, MOST_KINDS).map(kindName),
    theme: { ...theme, classes: hasUnknown ? [...palette, unknownColour(theme)] : palette },
  };
}

/** The least and the largest value of a factor that is known; 0 and 0 where none is. */
export function rangeOf({ values }: Factor): Range {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? { least, most } : { least: 0, most: 0 };
}

/** The colours of a scale, from its least value on. */
export const scaleOf = ({ dark }: Theme): Rgb[] =>
  Array.from({ length: STEPS }, (_, step) => factorMark(step / (STEPS - 1), dark));

const kindsOf = (levels: readonly string[], { classes }: Theme): Rgb[] =>
  Array.from({ length: Math.min(levels.length, MOST_KINDS) }, (_, kind) => classes[kind % classes.length]!);

/** Half way between ink and paper: of no hue. */
export const unknownColour = ({ ink, paper }: Theme): Rgb => [
  (ink[0] + paper[0]) / 2,
  (ink[1] + paper[1]) / 2,
  (ink[2] + paper[2]) / 2,
];
