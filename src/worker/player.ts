import { createPacer, type Pacer } from './pacer';

/** What a player needs of the run. */
export interface Playable {
  /** One training step. */
  step(): void;
  /** What to do when a step throws; training has stopped by then. */
  fail(error: unknown): void;
  /** Whether the hardware is behind with the steps that it has. */
  busy(): boolean;
  /** Whether it has come to a step at which it waits; `play` says when it may go on. */
  bound(): boolean;
  /** Whether there is a run to train. */
  ready(): boolean;
}

/** Plays and pauses a run, and keeps it still while something is done to it. */
export class Player {
  private readonly pacer: Pacer;
  /** What the page asked for; the pacer may rest all the same while an engine is changed. */
  private asked = false;
  private waits = false;
  /** Calls of `held` under way: an engine may be lost while it is being changed. */
  private holding = 0;

  constructor(private readonly run: Playable) {
    this.pacer = createPacer(run.step, run.fail, run.busy, run.bound);
  }

  /** Whether steps are being taken. */
  get training(): boolean {
    return this.pacer.playing;
  }

  /** Whether the run stands still for long: it neither trains nor waits for its turn to. */
  get resting(): boolean {
    return !this.pacer.playing && !this.waits;
  }

  /** Steps a second over the last half second; 0 at rest. */
  get rate(): number {
    return this.pacer.playing ? this.pacer.rate : 0;
  }

  /** Steps a second at most; 0 is no limit. */
  set limit(limit: number) {
    this.pacer.limit = limit;
  }

  /** @param waits whether a run that does not play soon goes on, when others have had their turn */
  play(playing: boolean, waits = false): void {
    this.asked = playing;
    this.waits = waits;
    this.pacer.playing = playing;
    this.pacer.goOn();
  }

  /** Does something while nothing is trained; then goes on as the page asked. */
  async held<T>(work: () => Promise<T>): Promise<T> {
    this.holding += 1;
    this.pacer.playing = false;
    try {
      return await work();
    } finally {
      this.holding -= 1;
      this.pacer.playing = this.asked && this.holding === 0 && this.run.ready();
    }
  }

  /** Takes no further step, whatever is asked. */
  dispose(): void {
    this.asked = false;
    this.pacer.dispose();
  }
}
