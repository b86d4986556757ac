/** Ms after a scroll for which the reader is taken to be scrolling still. */
const SCROLLING = 150;

/** While the reader scrolls, pictures are drawn in every so many animation frames: the scrolling itself needs the rest. */
const REST = 3;

/** The share of the time that pictures take, at most, and the ms that they may be ahead of it. */
const SHARE = 0.5;
const AHEAD = 8;

/** Ms that are waited for at most after a picture that has taken very long. */
const LONGEST_WAIT = 100;

/** Says when the next picture is due. */
export interface PictureClock {
  /** Calls back once, with the next animation frame, or a later one while the reader scrolls. */
  readonly next: (draw: () => void) => void;
  dispose(): void;
}

/**
 * A clock for all pictures of a page. What it calls runs in a task of its own: the browser's layout and commit of that
 * frame follow in another, so that neither keeps the reader's scrolling or typing waiting for both. Where pictures take
 * more than half of the time frames are left out, so that the pointer is answered between them, and workers have the
 * cores.
 */
export function createPictureClock(): PictureClock {
  const due: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  /** Ms that pictures had taken beyond their share at `paidAt`. */
  let owed = 0;
  let paidAt = performance.now();
  /** @param drew whether a picture was drawn since the last call */
  const pay = (drew: boolean): void => {
    const now = performance.now();
    const passed = now - paidAt;
    owed = drew ? Math.min(SHARE * LONGEST_WAIT, owed + (1 - SHARE) * passed) : Math.max(0, owed - SHARE * passed);
    paidAt = now;
  };
  port1.onmessage = () => {
    pay(false);
    due.shift()!();
    pay(true);
  };
  let scrolledAt = Number.NEGATIVE_INFINITY;
  const onScroll = (event: Event): void => {
    scrolledAt = event.timeStamp;
  };
  // Boxes that scroll inside the page do not bubble their scrolling.
  addEventListener('scroll', onScroll, { capture: true, passive: true });
  return {
    next(draw) {
      let frames = 0;
      const look = (now: number): void => {
        frames += 1;
        pay(false);
        if (owed > AHEAD || (now - scrolledAt < SCROLLING && frames < REST)) {
          requestAnimationFrame(look);
          return;
        }
        due.push(draw);
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    },
    dispose() {
      removeEventListener('scroll', onScroll, { capture: true });
      port1.close();
    },
  };
}
