import type { Rgb, Theme } from '../draw/theme';
import { colouredBy, type Factor } from '../state/factorColour';
import { factorWords } from '../text/factors';
import type { Language } from '../text/index';
import type { Dataset } from '../worker/libraryProtocol';
import { factorScale } from './factorScale';
import type { Colouring } from './useColouring';

/** Kinds that have a colour number of their own; their colours wrap around before. */
const MOST_KINDS = 30;

interface ColourRequest {
  /** As the setting has it. */
  readonly colour: string;
  readonly theme: Theme;
  readonly language: Language;
}

/** What the colours of a data set's codes stand for. */
interface FactorKey {
  /** null for the class. */
  readonly factor: Factor | null;
  /** Of numbers. */
  readonly scale: ReturnType<typeof factorScale> | null;
  /** Of kinds, as far as each has a number of its own; null where the numbers are the names. */
  readonly names: readonly string[] | null;
  /** By number; they wrap around. */
  readonly colours: readonly Rgb[];
  /** Of images of which the factor is not known; null where there are none. */
  readonly unknown: Rgb | null;
}

/** What the colours by a factor stand for; of the class where there is no such factor. */
export function factorKey(dataset: Dataset, { colour, theme, language }: ColourRequest): FactorKey {
  const factor = colouredBy(dataset, colour);
  const { kinds } = factorWords[language];
  const named = (names: readonly string[]): string[] => names.map((name) => kinds[name] ?? name);
  if (factor === null) {
    const names = dataset.classNames === undefined ? null : named(dataset.classNames);
    return { factor, scale: null, names, colours: theme.classes, unknown: null };
  }
  const { values, levels } = factor;
  const unknown = values.some(Number.isNaN) ? unknownColour(theme) : null;
  if (levels === null) {
    const scale = factorScale(factor, theme);
    return { factor, scale, names: [], colours: scale.colours, unknown };
  }
  const own = levels.slice(0, MOST_KINDS);
  const colours = own.map((_, kind) => theme.classes[kind % theme.classes.length]!);
  return { factor, scale: null, names: named(own), colours, unknown };
}

/** The colours of a data set's codes by a factor; by class where there is no such factor. */
export function factorColours(dataset: Dataset, request: ColourRequest): Colouring {
  const { factor, scale, names, colours, unknown } = factorKey(dataset, request);
  const { theme } = request;
  if (factor === null) return { labels: dataset.labels, names, theme };
  const place = (value: number): number => (scale === null ? value % MOST_KINDS : scale.stepOf(value));
  return {
    labels: Uint8Array.from(factor.values, (value) => (Number.isNaN(value) ? colours.length : place(value))),
    names,
    theme: { ...theme, classes: unknown === null ? colours : [...colours, unknown] },
  };
}

/** Half way between ink and paper: of no hue. */
export const unknownColour = ({ ink, paper }: Theme): Rgb => [
  (ink[0] + paper[0]) / 2,
  (ink[1] + paper[1]) / 2,
  (ink[2] + paper[2]) / 2,
];
