import type { StoreApi } from 'zustand/vanilla';
import { progressAt } from '../math/spacing';
import type { Destination } from '../worker/timelineProtocol';
import type { LabState } from './labState';
import type { Timeline } from './timeline';

/** Seconds that a film may take. */
const LONGEST = 3600;

/** What a film works with. */
export interface FilmParts {
  readonly timeline: Timeline;
  readonly store: StoreApi<LabState>;
  /** Calls back before the next picture. */
  nextFrame(show: () => void): void;
  /** Goes to a moment; of several that are asked for at once the last counts. */
  move(to: Destination): Promise<unknown>;
  /** Called when it comes to rest: what is seldom drawn of a film is to be drawn of this moment. */
  settle(): void;
}

/** A film under way. */
interface Showing {
  /** Where it began and will end: a step of the past, or null for the newest. */
  readonly end: number | null;
  /** Ms of the whole, and of what has been shown. */
  readonly all: number;
  shown: number;
  /** When that was. */
  at: number;
  paused: boolean;
  /** The step that was asked for last. */
  step: number | null;
  resolve(): void;
  reject(error: Error): void;
}

/** Shows the moments of a run one after the other, for as long as each has brought it further. */
export class PlayBack {
  private showing: Showing | null = null;

  constructor(private readonly parts: FilmParts) {}

  /**
   * From the first moment to the present one, where it rests then.
   * @param seconds for the whole, above 0 and at most 3600
   * @returns a promise that resolves when it is over, or was ended; rejects with what a move rejects with
   * @throws RangeError for other times
   */
  play(seconds: number): Promise<void> {
    if (!(seconds > 0 && seconds <= LONGEST)) {
      throw new RangeError(`seconds is ${seconds}; it must be above 0 and at most ${LONGEST}`);
    }
    this.end();
    return new Promise((resolve, reject) => {
      this.showing = {
        end: this.parts.timeline.at,
        all: 1000 * seconds,
        shown: 0,
        at: performance.now(),
        paused: false,
        step: null,
        resolve,
        reject,
      };
      this.show(this.showing);
    });
  }

  /** Has it rest, or go on from there. */
  pause(paused: boolean): void {
    const { showing } = this;
    if (showing === null || showing.paused === paused) return;
    showing.paused = paused;
    showing.at = performance.now();
    this.tell();
    this.parts.settle();
  }

  /** Somebody watches it again, or nobody does: the time between is not of the film. */
  sighted(): void {
    if (this.showing !== null) this.showing.at = performance.now();
  }

  /** Ends it where it is. */
  end(): void {
    const { showing } = this;
    if (showing === null) return;
    this.leave();
    showing.resolve();
  }

  /** It is over: what is shown now stays. */
  private leave(): void {
    this.showing = null;
    this.tell();
    this.parts.settle();
  }

  private show(showing: Showing): void {
    if (this.showing !== showing) return;
    const now = performance.now();
    const { timeline, store } = this.parts;
    // Out of sight it waits, and it wakes no lab.
    const goesOn = !showing.paused && timeline.isWatched && !store.getState().asleep;
    if (goesOn) showing.shown = Math.min(showing.all, showing.shown + now - showing.at);
    showing.at = now;
    const { end } = showing;
    const isOver = showing.shown >= showing.all;
    if (isOver) this.move(showing, end === null ? { kind: 'newest' } : { kind: 'step', step: end });
    else if (goesOn) this.showStep(showing, this.stepAt(showing.shown / showing.all, end));
    this.tell();
    if (!isOver) this.parts.nextFrame(() => this.show(showing));
  }

  private showStep(showing: Showing, step: number): void {
    if (step === showing.step) return;
    showing.step = step;
    this.move(showing, { kind: 'step', step });
  }

  private move(showing: Showing, to: Destination): void {
    const isLast = showing.shown >= showing.all;
    this.parts.move(to).then(
      () => isLast && this.showing === showing && this.end(),
      (error: Error) => {
        if (this.showing !== showing) return;
        this.leave();
        showing.reject(error);
      },
    );
  }

  /** The last moment up to a share of the way to the end. */
  private stepAt(share: number, end: number | null): number {
    const { moments, beginnings } = this.parts.timeline.store.getState();
    const steps = moments.map(({ step }) => step).filter((step) => end === null || step <= end);
    const far = share * progressAt(steps.at(-1)!, beginnings);
    return steps.findLast((step) => progressAt(step, beginnings) <= far)!;
  }

  private tell(): void {
    const { showing, parts } = this;
    const film = showing === null ? 'off' : showing.paused ? 'paused' : 'on';
    if (parts.timeline.store.getState().film !== film) parts.timeline.store.setState({ film });
  }
}
