/** Ms after a scroll for which the reader is taken to be scrolling still. */
const SCROLLING = 150;

/** While the reader scrolls, pictures are drawn in every so many animation frames: the scrolling itself needs the rest. */
const REST = 3;

/** Says when the next picture is due. */
export interface PictureClock {
  /** Calls back once, with the next animation frame, or a later one while the reader scrolls. */
  readonly next: (draw: () => void) => void;
  dispose(): void;
}

/**
 * A clock for all pictures of a page. What it calls runs in a task of its own: the browser's layout and commit of that
 * frame follow in another, so that neither keeps the reader's scrolling or typing waiting for both.
 */
export function createPictureClock(): PictureClock {
  const due: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => due.shift()!();
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
        if (now - scrolledAt < SCROLLING && frames < REST) {
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
