/** Ms after a scroll for which the reader is taken to be scrolling still. */
const SCROLLING = 150;

/** While the reader scrolls, pictures are drawn in every so many animation frames: the scrolling itself needs the rest. */
const REST = 3;

/** Ms of drawing above which a picture gives way to the pointer. */
const LONG = 4;

/** Says when the next picture is due. */
export interface PictureClock {
  /**
   * Calls back once, with the next animation frame, or a later one while the reader scrolls. Where the last picture took
   * long, a frame in which the pointer moves is left to what the pointer shows, but not two one after the other.
   */
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
  /** Ms that the last picture took. */
  let took = 0;
  port1.onmessage = () => {
    const start = performance.now();
    due.shift()!();
    took = performance.now() - start;
  };
  let scrolledAt = Number.NEGATIVE_INFINITY;
  /** Whether the pointer has moved in this animation frame; browsers tell of it just before. */
  let moved = false;
  const listen = (event: Event): void => {
    if (event.type === 'scroll') scrolledAt = event.timeStamp;
    // A drag is answered by pictures: it would wait for itself.
    else if ((event as PointerEvent).buttons === 0 && !moved) {
      moved = true;
      requestAnimationFrame(() => {
        moved = false;
      });
    }
  };
  // Boxes that scroll inside the page do not bubble their scrolling.
  for (const type of HEARD) addEventListener(type, listen, { capture: true, passive: true });
  return {
    next(draw) {
      let frames = 0;
      const look = (now: number): void => {
        frames += 1;
        if ((now - scrolledAt < SCROLLING && frames < REST) || (moved && took > LONG && frames < 2)) {
          requestAnimationFrame(look);
          return;
        }
        due.push(draw);
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    },
    dispose() {
      for (const type of HEARD) removeEventListener(type, listen, { capture: true });
      port1.close();
    },
  };
}

const HEARD = ['scroll', 'pointermove'] as const;
