/** Stretches of a timeline, as values: what they hold, how they are cut apart and put together. */
import { listedMoment, stepOf } from './keptMoments';
import type { KeptMoment, ListedMoment, Stretch, TimelineMark, TrainingSettings } from './timelineProtocol';

/** The stretch that a run is on: it grows with it. */
export type Line = { moments: KeptMoment[]; marks: TimelineMark[] };

/** What came after a step until the run went on from there. */
export type Former = Stretch<KeptMoment> & { readonly from: number };

/** The first step of a stretch, and those at which settings changed. */
export const beginnings = ({ moments, marks }: Stretch<KeptMoment>): number[] => [
  stepOf(moments[0]!),
  ...marks.filter(({ kind }) => kind === 'settings').map(({ step }) => step),
];

/** A stretch up to a step, and what comes after it; a branching at the step itself, and what follows it, come after. */
export function divided({ moments, marks }: Stretch<KeptMoment>, at: number): [Line, Line] {
  const first = marks.findIndex(({ step, kind }) => step > at || (step === at && kind === 'branch'));
  const end = first < 0 ? marks.length : first;
  return [
    { moments: moments.filter((moment) => stepOf(moment) <= at), marks: marks.slice(0, end) },
    { moments: moments.filter((moment) => stepOf(moment) > at), marks: marks.slice(end) },
  ];
}

/** One stretch, and another that comes after it. */
export const joined = (first: Stretch<KeptMoment>, second: Stretch<KeptMoment>): Line => ({
  moments: [...first.moments, ...second.moments],
  marks: [...first.marks, ...second.marks],
});

/**
 * A stretch from its first moment to the step of a mark, at which it goes on.
 * @param settings those in force, which are marked there if they were set later
 */
export function upTo({ moments, marks }: Stretch<KeptMoment>, mark: TimelineMark, settings: TrainingSettings): Line {
  const { step: end } = mark;
  const line = {
    moments: moments.filter((moment, i) => i === 0 || stepOf(moment) <= end),
    marks: [...marks.filter(({ step }) => step <= end), mark],
  };
  markSettings(line, end, lastSettings(line), settings);
  return line;
}

/** Marks that a line goes on with other settings, unless it trains alike with them. */
export function markSettings({ marks }: Line, step: number, from: TrainingSettings, to: TrainingSettings): void {
  if (!sameSettings(from, to)) marks.push({ step, kind: 'settings', from, to });
}

/** A stretch as the page knows it. */
export function listed({ moments, marks }: Stretch<KeptMoment>): Stretch<ListedMoment> {
  return { moments: moments.map(listedMoment), marks: [...marks] };
}

/** Whether two settings train alike. */
export function sameSettings(a: TrainingSettings, b: TrainingSettings): boolean {
  const keys = Object.keys(a.hyper) as (keyof typeof a.hyper)[];
  return a.batchSize === b.batchSize && keys.every((key) => a.hyper[key] === b.hyper[key]);
}

/** The settings that a stretch ends with, as far as it knows them. */
function lastSettings({ moments, marks }: Stretch<KeptMoment>): TrainingSettings {
  const last = moments.at(-1)!;
  const set = marks.findLast((mark) => mark.kind === 'settings');
  return set?.kind === 'settings' && set.step >= stepOf(last) ? set.to : last.settings;
}
