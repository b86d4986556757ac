/** Keeps training going in short slices, so that messages are answered at once, and not faster than was asked. */
import { createTurn } from './turn';

/** Milliseconds of training between two looks at the messages. */
export const SLICE = 8;

/** Ms of steps that may be due at once, with a limit: timers are seldom on time. */
const BURST = 4 * SLICE;

/** Ms between two looks at hardware that is behind. */
const PATIENCE = 1;

/** Time over which steps a second are averaged, in ms. */
const WINDOW = 500;

export interface Pacer {
  playing: boolean;
  /** Steps a second at most; 0 is no limit. */
  limit: number;
  /** Steps a second over the last half second of playing. */
  readonly rate: number;
  /** Looks again whether a bound is still there, where it waits at one. */
  goOn(): void;
  /** Stops for good and closes the channel. */
  dispose(): void;
}

/**
 * @param step one training step
 * @param fail what to do when a step throws; playing has stopped by then
 * @param busy whether the hardware is behind with the steps that it has
 * @param bound whether no step may be taken until `goOn` is called
 */
export function createPacer(
  step: () => void,
  fail: (error: unknown) => void,
  busy: () => boolean = () => false,
  bound: () => boolean = () => false,
): Pacer {
  let playing = false;
  let disposed = false;
  /** At a bound: nothing has it called back. */
  let waiting = false;
  let limit = 0;
  /** With a limit: when the next step is due. */
  let due = 0;
  let countedSince = 0;
  let counted = 0;
  let rate = 0;

  const count = (now: number): void => {
    if (now - countedSince >= WINDOW) {
      rate = (1000 * counted) / (now - countedSince);
      countedSince = now;
      counted = 0;
    }
  };

  const slice = (): void => {
    if (!playing) return;
    const start = performance.now();
    let now = start;
    let behind = false;
    try {
      while (now - start < SLICE && (limit === 0 || now >= due) && !bound()) {
        behind = busy();
        if (behind) break;
        step();
        counted += 1;
        // A machine that cannot keep up with the limit does not have to catch up later.
        due = Math.max(due + 1000 / limit, now - BURST);
        now = performance.now();
      }
    } catch (error) {
      playing = false;
      fail(error);
      return;
    }
    count(now);
    waiting = bound();
    if (waiting) return;
    if (behind) turn.ask(PATIENCE);
    else queue(limit === 0 || now >= due ? 0 : due - now);
  };

  const queue = (delay: number): void => {
    // Steps that are due within a slice are taken together: waiting for each would keep the core busy with waiting.
    turn.ask(delay === 0 ? 0 : Math.min(Math.max(delay, SLICE), WINDOW));
  };
  const turn = createTurn(slice);

  return {
    get playing() {
      return playing;
    },
    set playing(value) {
      if (value === playing || disposed) return;
      playing = value;
      counted = 0;
      rate = 0;
      countedSince = performance.now();
      due = countedSince;
      if (value) queue(0);
    },
    goOn() {
      if (!waiting || bound()) return;
      waiting = false;
      queue(0);
    },
    get limit() {
      return limit;
    },
    set limit(value) {
      limit = value;
      due = performance.now();
    },
    get rate() {
      return rate;
    },
    dispose() {
      disposed = true;
      playing = false;
      turn.dispose();
    },
  };
}
