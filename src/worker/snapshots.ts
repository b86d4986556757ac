import { allFinite } from '../math/allFinite';
import type { LossTerms, Parameters } from '../model/engine';

/** Ms of training between two snapshots: few enough that one that counts is seldom two seconds old, on a busy machine, too. */
const INTERVAL = 500;

/**
 * Nats an image beyond which a run is given up, though the loss may still be a number: float32 seldom overflows. On
 * the digits a learning rate of 100 leads to 1e10 … 1e28 within three steps; what comes back from there is a network
 * whose units are dead. Losses of models that learn stay below 1e6, the Gaussian's with σ̃ = 0.05 among them.
 */
const HOPELESS = 1e8;

/** Whether a loss says that the training has gone off. */
export const isLost = ({ total }: LossTerms): boolean => !(Math.abs(total) < HOPELESS);

const isSound = ({ values }: Parameters): boolean => allFinite(values);

/**
 * Remembers parameters that the run can go back to. A snapshot counts when the losses of the steps *after* it were
 * sound, too: the parameters that a bad step has left behind may still be finite.
 */
export class Snapshots<Kept extends Parameters = Parameters> {
  /** The last parameters that are known to be sound. */
  private sound: Kept;
  /** Those that do not count yet, in the order of their steps: the oldest counts first, and the newest saves most. */
  private waiting: readonly Kept[] = [];
  private takenAt: number;
  /** The step up to which the losses of this path have been sound. */
  private soundUntil = Number.NEGATIVE_INFINITY;
  /** Changes when the run leaves its path: what was taken on the old one does not count on the new one. */
  private path = 0;

  /** @param first parameters that the run began with */
  constructor(first: Kept, now: number) {
    this.sound = first;
    this.takenAt = now;
  }

  isDue(now: number): boolean {
    return now - this.takenAt >= INTERVAL;
  }

  /**
   * Notes that one is being taken, so that no second one is asked for meanwhile.
   * @returns what `add` needs to know of the moment
   */
  taking(now: number): number {
    this.takenAt = now;
    return this.path;
  }

  /** @param path what `taking` gave: parameters that arrive after the run has left that path are dropped */
  add(parameters: Kept, path = this.path): void {
    if (path !== this.path || !isSound(parameters)) return;
    // Losses may take longer than the next snapshot: those in between are not worth their memory.
    this.waiting = [...this.waiting.slice(0, 1), parameters];
    // The engine may have answered with the losses of later steps before it had these ready.
    this.count();
  }

  /** @param step the losses of all steps up to this one were sound */
  confirm(step: number): void {
    this.soundUntil = step;
    this.count();
  }

  /** Takes the newest whose later steps had sound losses. */
  private count(): void {
    const counts = this.waiting.findLast(({ step }) => step < this.soundUntil);
    if (counts === undefined) return;
    this.sound = counts;
    this.waiting = this.waiting.filter(({ step }) => step > counts.step);
  }

  /** What the run goes back to. Whatever was taken since has led, or may lead, to what it goes back from. */
  rewind(): Kept {
    this.reset(this.sound);
    return this.sound;
  }

  /** What is known to be sound from elsewhere, as loaded weights. */
  reset(parameters: Kept): void {
    this.sound = parameters;
    this.waiting = [];
    this.soundUntil = Number.NEGATIVE_INFINITY;
    this.path += 1;
  }
}
