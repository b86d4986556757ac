import type { Parameters } from '../model/engine';
import { isWhole, nearest, stepOf, takenBy } from './keptMoments';
import { MomentRoom, type MomentSizes, momentsOf } from './momentRoom';
import {
  beginnings,
  divided,
  type Former,
  joined,
  type Line,
  listed,
  markSettings,
  sameSettings,
  upTo,
} from './stretch';
import type { Branches } from './thinned';
import type {
  Destination,
  KeptMoment,
  KeptTimeline,
  TimelineMark,
  TimelineSummary,
  TrainingSettings,
  WholeMoment,
} from './timelineProtocol';

/** Ms without another change after which settings that change are another gesture of the reader. */
const GESTURE = 1000;

/** A moment that is being taken. */
export interface Ticket {
  readonly step: number;
  settings: TrainingSettings;
  readonly path: number;
  /** Whether the run is about to leave its newest moment, and this is it. */
  readonly isNewest: boolean;
}

/** What is about to be kept. */
export interface Taken {
  readonly parameters: Parameters;
  readonly trainer: WholeMoment['trainer'];
}

/**
 * The moments of a run that can be shown again, and gone on from. They lie as far apart as much changes, within a
 * budget of bytes: when it is full, those go whose absence leaves the smallest gap, first from what can be gone on from to
 * what can be looked at, then altogether.
 */
export class Timeline {
  private line: Line;
  private former: Former | null;
  private past: number | null;
  /** Whether the former branch has gone for want of room since the run last went to a moment. */
  private lostFormer = false;
  private readonly pending = new Set<Ticket>();
  /** Changes when the run leaves its path: what was taken on the old one is not of the new one. */
  private path = 0;
  /** The step from which on a moment is due. */
  private dueAt = 0;
  private changedAt = Number.NEGATIVE_INFINITY;
  private changed = true;
  private readonly room: MomentRoom;

  /**
   * @param budget bytes
   * @param sizes bytes of one moment
   * @param kept its first moment, or a timeline that was handed over
   */
  constructor(
    budget: number,
    private readonly sizes: MomentSizes,
    kept: WholeMoment | KeptTimeline,
  ) {
    this.room = new MomentRoom(budget, sizes);
    const whole =
      'line' in kept ? kept : { line: { moments: [kept], marks: [] }, former: null, at: null, lostFormer: false };
    this.line = { moments: [...whole.line.moments], marks: [...whole.line.marks] };
    this.former = whole.former;
    this.past = whole.at;
    this.lostFormer = whole.lostFormer;
    this.plan();
  }

  /** The step of the past that the run rests at; null where it is at its newest. */
  get at(): number | null {
    return this.past;
  }

  /** The step of the newest moment that is kept. */
  get last(): number {
    return stepOf(this.line.moments.at(-1)!);
  }

  /** Whether the newest moment, at this step, is not kept, or only to be looked at. */
  lacks(step: number): boolean {
    return step > this.last || (step === this.last && !isWhole(this.line.moments.at(-1)!));
  }

  /** The moment that the run is at is only to be looked at: the step of the one that it goes on from; else null. */
  get base(): number | null {
    if (this.past === null) return null;
    const base = stepOf(this.baseOf(this.past));
    return base === this.past ? null : base;
  }

  /** Bytes of all that is kept; arrays that moments share count once. */
  get bytes(): number {
    return takenBy(momentsOf(this.branches));
  }

  /** Whether the run, which is at its newest, has come far enough for another moment. */
  isDue(step: number): boolean {
    return step >= this.dueAt;
  }

  /**
   * Notes that a moment is being taken, so that the next is counted from it.
   * @param settings those of the step after it
   * @param isNewest whether the run is about to leave its newest moment, and this is it
   * @returns what `add` needs to know of it
   */
  taking(step: number, settings: TrainingSettings, isNewest = false): Ticket {
    const ticket = { step, settings, path: this.path, isNewest };
    this.pending.add(ticket);
    this.plan();
    return ticket;
  }

  /** Keeps a moment, unless the run has left its path meanwhile, or it is kept already. */
  add({ parameters, trainer }: Taken, ticket: Ticket): void {
    this.pending.delete(ticket);
    if (ticket.path !== this.path) return;
    const { moments } = this.line;
    const { step } = parameters;
    if (this.lacks(step)) {
      if (step === this.last) moments.pop();
      const before = moments.findLast(isWhole)?.trainer.order;
      // The order of the images is the same all through an epoch.
      const order = before && sameNumbers(before, trainer.order) ? before : trainer.order;
      moments.push({ parameters, trainer: { ...trainer, order }, settings: ticket.settings });
      // There is room for the newest beside the others.
      if (!ticket.isNewest) this.thin();
    }
    this.plan();
    this.changed = true;
  }

  /** What was asked for cannot be had. */
  drop(ticket: Ticket): void {
    this.pending.delete(ticket);
    this.plan();
  }

  /**
   * Notes that settings have changed. What happens within a second, or at one step, is one gesture.
   * @param now ms
   * @returns whether a gesture has begun whose moment should be kept
   */
  configured(step: number, from: TrainingSettings, to: TrainingSettings, now: number): boolean {
    // At a moment of the past they are of the branch that may begin there.
    if (this.past !== null || sameSettings(from, to)) return false;
    const { moments, marks } = this.line;
    const newest = moments.at(-1)!;
    if (stepOf(newest) === step) moments[moments.length - 1] = { ...newest, settings: to };
    for (const ticket of this.pending) if (ticket.step === step) ticket.settings = to;
    const last = marks.at(-1);
    const goesOn =
      last?.kind === 'settings' && (last.step === step || now - this.changedAt < GESTURE) ? last : undefined;
    this.changedAt = now;
    this.changed = true;
    if (goesOn !== undefined) {
      marks.pop();
      if (!sameSettings(goesOn.from, to)) marks.push({ ...goesOn, to });
    } else marks.push({ step, kind: 'settings', from, to });
    this.plan();
    const isTaken = stepOf(newest) >= step || [...this.pending].some((ticket) => ticket.step === step);
    return goesOn === undefined && !isTaken && this.room.holdsMore(this.line);
  }

  /** Notes what else has happened; at a moment of the past it is none of the line's. */
  mark(mark: TimelineMark): void {
    if (this.past !== null) return;
    this.line.marks.push(mark);
    this.changed = true;
  }

  /**
   * The run goes on from a step before its newest, by itself: what came after it is gone, but for the settings.
   * @param settings those in force
   */
  rewound(mark: TimelineMark, settings: TrainingSettings): void {
    this.leave();
    if (this.past !== null) return;
    this.line = upTo(this.line, mark, settings);
    if (this.former !== null && this.former.from > mark.step) this.former = null;
    this.plan();
  }

  /** A run goes on from parameters of elsewhere: nothing that was before belongs to it. */
  restart(first: WholeMoment): void {
    this.leave();
    this.line = { moments: [first], marks: [{ step: stepOf(first), kind: 'loaded' }] };
    this.former = null;
    this.lostFormer = false;
    this.past = null;
    this.plan();
  }

  /**
   * Goes to a moment, which the caller loads. The newest has been kept before.
   * @returns the moment that is nearest to what is asked for
   * @throws RangeError where there is no former branch to go to
   */
  go(to: Destination): KeptMoment {
    this.leave();
    this.lostFormer = false;
    if (to.kind === 'former') this.swap();
    const { moments } = this.line;
    const found = to.kind === 'step' ? nearest(moments, to.step) : moments.at(-1)!;
    this.past = found === moments.at(-1) ? null : stepOf(found);
    this.thin();
    this.plan();
    return found;
  }

  /**
   * The run goes on from the moment of the past that it is at, or from the last before that is kept whole: what came after
   * is a branch that was left.
   * @param settings those in force
   * @param now ms
   * @returns the moment that it goes on from, which the caller loads where it is not the one that it is at
   */
  branch(settings: TrainingSettings, now: number): WholeMoment {
    const base = this.baseOf(this.past!);
    const step = stepOf(base);
    this.leave();
    const [line, after] = divided(this.line, step);
    line.marks.push({ step, kind: 'branch' });
    // The moment itself is of both branches, and stays as it was.
    markSettings(line, step, base.settings, settings);
    this.changedAt = now;
    this.line = line;
    this.former = { ...after, from: step };
    this.past = null;
    this.plan();
    return base;
  }

  /** All of it, for the page; null where nothing has changed since this was last asked. */
  news(): TimelineSummary | null {
    if (!this.changed) return null;
    this.changed = false;
    const { former } = this;
    return {
      ...listed(this.line),
      beginnings: beginnings(this.line),
      former: former === null ? null : { ...listed(former), from: former.from },
      at: this.past,
      keepsFormer: this.room.holdsFormer(this.line),
      lostFormer: this.lostFormer,
    };
  }

  /** All of it, or as much as a number of bytes has room for, to be handed over. */
  keep(bytes = Number.POSITIVE_INFINITY): KeptTimeline {
    const { line, former } = new MomentRoom(bytes, this.sizes).fitted(this.branches, this.past);
    return { line, former, at: this.past, lostFormer: this.lostFormer || (this.former !== null && former === null) };
  }

  /** The last moment up to a step that the run can go on from. */
  private baseOf(step: number): WholeMoment {
    // The first is whole.
    return this.line.moments.filter(isWhole).findLast((moment) => stepOf(moment) <= step)!;
  }

  /** What was being taken is not of the run any more. */
  private leave(): void {
    this.path += 1;
    this.pending.clear();
    this.changed = true;
  }

  /** What came after the branching becomes the former branch, and the former what comes after. */
  private swap(): void {
    if (this.former === null) throw new RangeError('There is no former branch to go back to');
    const { from } = this.former;
    const [line, after] = divided(this.line, from);
    this.line = joined(line, this.former);
    // The mark of the branching belongs to the branch.
    this.former = { ...after, from };
  }

  private get branches(): Branches {
    return { line: this.line, former: this.former };
  }

  private plan(): void {
    const taken = [this.last, ...[...this.pending].map(({ step }) => step)];
    this.dueAt = this.room.dueAfter(Math.max(...taken), this.line);
  }

  /** Lets moments go until the rest is within the budget. */
  private thin(): void {
    const { line, former } = this.room.fitted(this.branches, this.past);
    if (this.former !== null && former === null) this.lostFormer = true;
    this.line = line;
    this.former = former;
  }
}

const sameNumbers = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);
