import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Frame } from '../worker/frameProtocol';
import type { TimelineNews } from '../worker/protocol';
import type { Destination, TimelineSummary } from '../worker/timelineProtocol';
import { fetchLate } from './fetchLate';
import type { TimeTravel, TravelParts } from './timeTravel';

export interface TimelineState extends TimelineSummary {
  /**
   * Whether the past of this run is kept: not that of a model too large for it, or of one that is looked at; null before
   * its first frame.
   */
  readonly kept: boolean | null;
  /** Whether its film is being played back, or rests. */
  readonly film: 'off' | 'on' | 'paused';
}

const EMPTY: TimelineState = {
  kept: null,
  moments: [],
  marks: [],
  beginnings: [],
  former: null,
  at: null,
  keepsFormer: true,
  lostFormer: false,
  film: 'off',
};

/** The past of a lab's run: its moments that can be shown again, and gone on from. */
export class Timeline {
  readonly store: StoreApi<TimelineState> = createStore<TimelineState>(() => EMPTY);
  private traveller: TimeTravel | null = null;
  private watched = true;

  constructor(private readonly parts: Omit<TravelParts, 'timeline'>) {}

  /** Whether its figure is in sight: a film waits while it is not. */
  get isWatched(): boolean {
    return this.watched;
  }

  /** Its figure has come into sight, or gone out of it. */
  watch(watched: boolean): void {
    if (watched === this.watched) return;
    this.watched = watched;
    this.traveller?.film.sighted();
  }

  /** The step of the past that is shown; null at the newest. */
  get at(): number | null {
    return this.store.getState().at;
  }

  /** The moments that can be gone to, by their steps, and what they take of memory. */
  get moments(): TimelineState['moments'] {
    return this.store.getState().moments;
  }

  /** What happened to the run, in order. */
  get events(): TimelineState['marks'] {
    return this.store.getState().marks;
  }

  /**
   * Goes to the moment that is kept nearest to a step, with the settings of then; the lab rests. Asked again before it is
   * there, it goes to the last that was asked for alone.
   * @returns the frame that it comes to rest at
   * @throws RangeError where nothing is kept
   */
  travel(step: number): Promise<Frame> {
    return this.go({ kind: 'step', step });
  }

  /** Goes back to where the run has come. @throws as `travel` */
  newest(): Promise<Frame> {
    return this.go({ kind: 'newest' });
  }

  /** Goes to the end of the branch that was left; the present one is left for it. @throws RangeError where there is none */
  former(): Promise<Frame> {
    return this.go({ kind: 'former' });
  }

  /**
   * Shows the run from its first moment to the present one, then rests where it was.
   * @param seconds for the whole
   * @returns a promise that resolves when it is over, or was ended
   * @throws RangeError for a time that cannot be watched
   */
  async playBack(seconds: number): Promise<void> {
    return (await this.open()).film.play(seconds);
  }

  /** Has the film rest, or go on. */
  pauseFilm(paused: boolean): void {
    this.traveller?.film.pause(paused);
  }

  /** Ends the film where it is, and goes to no moment any more that was asked for and is not on its way. */
  endFilm(): void {
    this.traveller?.stay();
  }

  /** What the worker says of it. */
  told(news: TimelineNews): void {
    // Nothing branches before somebody has gone back.
    if (news.kind === 'branched') this.traveller?.branched(news.step);
    else this.store.setState({ ...news.timeline, kept: true });
  }

  /** A frame of the run has come, and all that is to be known of its past by then. */
  seen(): void {
    if (this.store.getState().kept === null) this.store.setState({ kept: false });
  }

  /** Another run begins. */
  clear(): void {
    this.traveller?.forget();
    this.store.setState(EMPTY);
  }

  private async go(to: Destination): Promise<Frame> {
    return (await this.open()).go(to);
  }

  private async open(): Promise<TimeTravel> {
    const { TimeTravel } = await fetchLate('timeTravel');
    this.traveller ??= new TimeTravel({ ...this.parts, timeline: this });
    return this.traveller;
  }
}
