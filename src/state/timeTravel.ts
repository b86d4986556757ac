/** Takes a lab to moments of its past; fetched when a reader first goes there. */
import type { StoreApi } from 'zustand/vanilla';
import type { Frame } from '../worker/frameProtocol';
import type { Destination } from '../worker/timelineProtocol';
import { changedKeys } from './checkSetting';
import type { FramePump } from './framePump';
import type { History, Tail } from './history';
import type { LabState } from './labState';
import { pick } from './pick';
import { PlayBack } from './playBack';
import type { RunAsker } from './runAsker';
import type { Key, Settings } from './settings';
import type { Timeline } from './timeline';

/** Ms after the last move in which nothing else is asked of the worker, so that another move is answered at once. */
const QUIET = 150;

/** What travelling works with. */
export interface TravelParts {
  readonly store: StoreApi<LabState>;
  readonly asker: Pick<RunAsker, 'askNumbered'>;
  readonly pump: Pick<FramePump, 'present' | 'accept' | 'refresh'>;
  readonly history: History;
  readonly timeline: Timeline;
  /** Gives up what else is about to change settings. */
  leave(): void;
  /** Puts settings in force that have changed. */
  follow(before: Settings, keys: readonly Key[]): Promise<void>;
  /** Calls back before the next picture. */
  nextFrame(move: () => void): void;
}

export class TimeTravel {
  readonly film: PlayBack;
  /** Where it goes next; null where nothing is asked that is not under way. */
  private wanted: Destination | null = null;
  private underWay: Promise<Frame> | null = null;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  /** The curves of the branch that was left, and the step from which on they are; null where none is to be had again. */
  private left: { readonly from: number; readonly tail: Tail } | null = null;

  constructor(private readonly parts: TravelParts) {
    const { timeline, store, nextFrame } = parts;
    this.film = new PlayBack({ timeline, store, nextFrame, move: (to) => this.move(to), settle: () => this.settle() });
    // The worker would go on from the moment that is shown, and then to the next that was asked for.
    store.subscribe(({ playing }, before) => {
      if (playing && !before.playing) this.stay();
    });
  }

  /** Goes somewhere, and ends the film. @throws what the worker answers */
  go(to: Destination): Promise<Frame> {
    this.film.end();
    return this.move(to);
  }

  /** Ends the film, and goes to no moment any more that was asked for and is not on its way. */
  stay(): void {
    this.film.end();
    this.wanted = null;
  }

  /** The run goes on from a step of its past: what came after it is left. */
  branched(step: number): void {
    this.stay();
    this.left = { from: step, tail: this.cutOff(step) };
  }

  /** Another run begins, which has other moments than those that are still to be gone to. */
  forget(): void {
    this.stay();
    this.left = null;
  }

  /** Of several that are asked for while one is under way the last is gone to. */
  private move(to: Destination): Promise<Frame> {
    this.wanted = to;
    clearTimeout(this.quiet);
    this.underWay ??= this.moveAll();
    return this.underWay;
  }

  private async moveAll(): Promise<Frame> {
    let frame: Frame | null = null;
    try {
      while (this.wanted !== null) {
        const to = this.wanted;
        this.wanted = null;
        frame = await this.reach(to);
      }
    } finally {
      this.wanted = null;
      this.underWay = null;
    }
    this.settle();
    return frame!;
  }

  /** Soon has another frame of this moment: with its loss, which takes its time. */
  private settle(): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.parts.pump.refresh(), QUIET);
  }

  private async reach(to: Destination): Promise<Frame> {
    const { store, asker, pump, leave, follow } = this.parts;
    leave();
    // The worker rests for it by itself.
    store.setState({ playing: false });
    const { settings: before } = store.getState();
    const { answer, number } = await asker.askNumbered('travel', () => ({ to, view: pump.present }));
    const { settings: now } = store.getState();
    const { hyper, batchSize } = answer.settings;
    const then: Settings = { ...now, ...hyper, batchSize };
    // What the reader has changed meanwhile stays so.
    const settings: Settings = { ...then, ...pick(now, changedKeys(now, before)) };
    // Panels of settings that are the same have nothing to do.
    if (changedKeys(settings, now).length > 0) store.setState({ settings });
    if (to.kind === 'former') this.exchange();
    pump.accept(answer.frame, number);
    const differing = changedKeys(settings, then);
    if (differing.length > 0) await follow(then, differing);
    return answer.frame;
  }

  /** The branch that was left has become the present one: its curves are those of the run again. */
  private exchange(): void {
    const { left } = this;
    if (left === null) return;
    const { history, timeline } = this.parts;
    const tail = this.cutOff(left.from);
    history.append(left.tail);
    // The one that is left now may have gone at once, for want of room.
    this.left = timeline.store.getState().former === null ? null : { from: left.from, tail };
  }

  /** Takes away of the curves what came after a step. */
  private cutOff(step: number): Tail {
    const { history } = this.parts;
    const after = (point: { readonly step: number }): boolean => point.step > step;
    const tail = {
      points: history.points.filter(after),
      measured: history.measured.filter(after),
      heldOut: history.heldOut.filter(after),
    };
    history.cut(step);
    return tail;
  }
}
