import type { Frame } from '../worker/frameProtocol';
import type { HeldOutLoss, Measures } from '../worker/jobAnswers';

/** The loss over some images at a step, means over them; in nats but for the squared error and the simple regulariser. */
export interface LossTermsPoint {
  readonly step: number;
  readonly reconstruction: number;
  /** β·K, with the β of the steps it was taken of. */
  readonly weighted: number;
  readonly total: number;
}

/** One point of the loss chart, of the images that are trained on. */
export interface LossPoint extends LossTermsPoint {
  readonly circleCoverage: number;
}

/** What came after a step. */
export interface Tail {
  readonly points: readonly LossPoint[];
  readonly measured: readonly Measures[];
  readonly heldOut: readonly LossTermsPoint[];
}

/** Points kept; when there are more, neighbours are merged. */
const CAPACITY = 1200;

/** The losses of a run so far, and what was measured of it; thinned evenly as they grow so that their length stays bounded. */
export class History {
  private list: LossPoint[] = [];
  private measurements: Measures[] = [];
  private held: LossTermsPoint[] = [];

  get points(): readonly LossPoint[] {
    return this.list;
  }

  /** The numbers of the code space, at the steps at which somebody has asked for them. */
  get measured(): readonly Measures[] {
    return this.measurements;
  }

  /** What was found of the images that are held out, where somebody wanted to see it. */
  get heldOut(): readonly LossTermsPoint[] {
    return this.held;
  }

  clear(): void {
    this.list = [];
    this.measurements = [];
    this.held = [];
  }

  /** Forgets what came after a step that the run has gone back to. */
  cut(step: number): void {
    this.list = this.list.filter((point) => point.step <= step);
    this.held = this.held.filter((point) => point.step <= step);
    this.measurements = this.measurements.filter((measures) => measures.step <= step);
  }

  /** Keeps what was measured, in the place of what was measured at the same step before. */
  measure(measures: Measures): void {
    this.measurements = placed(this.measurements, measures);
  }

  /** Puts back what was cut off, where nothing has come since. */
  append({ points, measured, heldOut }: Tail): void {
    this.list = [...this.list, ...points];
    this.measurements = [...this.measurements, ...measured];
    this.held = [...this.held, ...heldOut];
  }

  add(frame: Frame): void {
    if (frame.losses === null) return;
    const { reconstruction, total } = frame.losses;
    const { step, circleCoverage } = frame;
    // A frame from before the run went back may have been drawn after it.
    if ((this.list.at(-1)?.step ?? 0) >= step) this.list = this.list.filter((point) => point.step < step);
    this.list.push({ step, reconstruction, weighted: total - reconstruction, total, circleCoverage });
    if (this.list.length > CAPACITY) this.list = pairs(this.list);
  }

  /** In the place of what was found at the same step, perhaps with another β. */
  addHeldOut({ step, reconstruction, total }: Pick<HeldOutLoss, 'step' | 'reconstruction' | 'total'>): void {
    this.held = placed(this.held, { step, reconstruction, weighted: total - reconstruction, total });
  }

  /** The last losses, and the last of held-out images, up to a step. */
  upTo(step: number): { readonly loss: LossPoint | undefined; readonly heldOut: LossTermsPoint | undefined } {
    const before = (point: { readonly step: number }): boolean => point.step <= step;
    return { loss: this.list.findLast(before), heldOut: this.held.findLast(before) };
  }
}

/** A list in the order of its steps with another point, in the place of one of the same step. */
function placed<T extends { readonly step: number }>(list: readonly T[], point: T): T[] {
  const others = list.filter(({ step }) => step !== point.step);
  const at = others.findLastIndex(({ step }) => step < point.step) + 1;
  const all = [...others.slice(0, at), point, ...others.slice(at)];
  return all.length > CAPACITY ? thinned(all) : all;
}

/** Each is exact at its step, so that none stands for another: every second one is left out, the last never. */
const thinned = <T>(list: readonly T[]): T[] => list.filter((_, i) => (list.length - 1 - i) % 2 === 0);

/** Every two neighbours as their mean, at the step of the later one. */
function pairs(points: readonly LossPoint[]): LossPoint[] {
  const merged: LossPoint[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const a = points[i]!;
    const b = points[i + 1]!;
    merged.push({
      step: b.step,
      reconstruction: (a.reconstruction + b.reconstruction) / 2,
      weighted: (a.weighted + b.weighted) / 2,
      total: (a.total + b.total) / 2,
      circleCoverage: b.circleCoverage,
    });
  }
  if (points.length % 2 === 1) merged.push(points[points.length - 1]!);
  return merged;
}
