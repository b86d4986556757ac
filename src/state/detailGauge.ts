import { type Detail, FULL } from './detail';

/** From all to least. The first step takes nothing from the picture of the digits on a common screen. */
export const DETAILS: readonly Detail[] = [
  FULL,
  { most: 2048, ratio: 2, pace: 2 },
  { most: 1024, ratio: 1.5, pace: 2 },
  { most: 512, ratio: 1, pace: 3 },
];

/** Ms of animation frames over which their mean is taken, and how many there are at least. */
const WINDOW = 1000;
const LEAST = 10;

/**
 * Ms from one animation frame to the next above which less is drawn. A picture may miss one and come with the next, so there
 * have to be more than thirty a second for thirty pictures.
 */
const SLOW = 25;

/**
 * Ms below which there is time for more: of the sixty that a screen shows in a second two may be missing. Where more are, as
 * on a phone that is four times as slow, more turns out to be too much, and every try takes a second of pictures that are late.
 */
const FAST = 17.5;

/** Ms after which an interval tells of a tab that was hidden or a page that stood still, not of what is drawn. */
const STALLED = 1000;

/** Windows that must all be fast before more is drawn: at first, and after more turned out to be too much again and again. */
const PATIENCE = 4;
const MOST_PATIENCE = 64;

/** Where the least detail takes more than this share of what all of it took, something else is slow. */
const HELPS = 0.8;

/**
 * Finds the level of detail that a page can afford, from the times between its animation frames. After a level that was too
 * much has been tried again, it waits twice as long for the next try: the picture does not change to and fro. Where less
 * detail is no help, as on a machine that draws the whole page slowly, all of it is drawn, and less tried again later.
 */
export class DetailGauge {
  private current = 0;
  private sum = 0;
  private count = 0;
  private fast = 0;
  private patience = PATIENCE;
  /** Whether the present level was too much before. */
  private tried = false;
  /** Mean interval of full detail when it was last too much, ms. */
  private full = 0;
  /** Slow windows that pass before less is tried again. */
  private resigned = 0;

  get detail(): Detail {
    return DETAILS[this.current]!;
  }

  /**
   * @param interval ms since the animation frame before
   * @param inUse whether the reader is doing something: more is drawn when that is over, as the change takes a long frame
   * @returns whether another detail is due
   */
  note(interval: number, inUse = false): boolean {
    if (interval >= STALLED) return false;
    this.sum += interval;
    this.count += 1;
    if (this.sum < WINDOW || this.count < LEAST) return false;
    const mean = this.sum / this.count;
    this.begin();
    if (mean > SLOW) return this.lower(mean, inUse);
    this.fast = mean < FAST ? this.fast + 1 : 0;
    return this.fast >= this.patience && !inUse && this.raise();
  }

  /** Forgets the intervals so far: what comes next is of another time. */
  begin(): void {
    this.sum = this.count = 0;
  }

  private lower(mean: number, inUse: boolean): boolean {
    this.fast = 0;
    if (this.resigned > 0) {
      this.resigned -= 1;
      return false;
    }
    if (this.current === 0) this.full = mean;
    if (this.current === DETAILS.length - 1) {
      if (inUse || mean < HELPS * this.full) return false;
      this.current = 0;
      this.resigned = MOST_PATIENCE;
      return true;
    }
    if (this.tried) this.patience = Math.min(MOST_PATIENCE, 2 * this.patience);
    this.tried = false;
    this.current += 1;
    return true;
  }

  private raise(): boolean {
    this.fast = 0;
    if (this.current === 0) return false;
    this.current -= 1;
    this.tried = true;
    return true;
  }
}
