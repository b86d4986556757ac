import type { Frame } from '../worker/protocol';

/** One point of the loss chart, in nats an image. */
export interface LossPoint {
  readonly step: number;
  readonly reconstruction: number;
  /** β·K, with the β of the steps it was taken of. */
  readonly weighted: number;
  readonly total: number;
  readonly circleCoverage: number;
}

/** Points kept; when there are more, neighbours are merged. */
const CAPACITY = 1200;

/** The losses of a run so far, thinned evenly as it grows so that its length stays bounded. */
export class History {
  private list: LossPoint[] = [];

  get points(): readonly LossPoint[] {
    return this.list;
  }

  clear(): void {
    this.list = [];
  }

  /** Forgets what came after a step that the run has gone back to. */
  cut(step: number): void {
    this.list = this.list.filter((point) => point.step <= step);
  }

  add(frame: Frame): void {
    if (frame.losses === null) return;
    const { reconstruction, total } = frame.losses;
    const { step, circleCoverage } = frame;
    // A frame from before the run went back may have been drawn after it.
    if ((this.list.at(-1)?.step ?? 0) >= step) this.cut(step - 1);
    this.list.push({ step, reconstruction, weighted: total - reconstruction, total, circleCoverage });
    if (this.list.length > CAPACITY) this.list = pairs(this.list);
  }
}

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
