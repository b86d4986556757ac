import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPictureClock, type PictureClock } from '../../src/figures/pictureClock';

/** Ms between two animation frames. */
const FRAME = 16;

/** A browser whose animation frames, tasks and scrolling the test has in its hands. */
class FakeBrowser {
  now = 1000;
  asked: FrameRequestCallback[] = [];
  tasks: (() => void)[] = [];
  listeners: { type: string; listener: (event: Event) => void; capture: boolean }[] = [];

  /** The next animation frame, without the tasks that it posts. */
  frame(): void {
    this.now += FRAME;
    for (const callback of this.asked.splice(0)) callback(this.now);
  }

  /** The tasks that have been posted. */
  run(): void {
    for (const task of this.tasks.splice(0)) task();
  }

  scroll(): void {
    this.tell('scroll');
  }

  /** The pointer moves, just before an animation frame. @param buttons as in its event: none unless given */
  move(buttons = 0): void {
    this.tell('pointermove', { buttons });
  }

  private tell(type: string, about = {}): void {
    for (const one of this.listeners) {
      if (one.type === type) one.listener({ type, timeStamp: this.now, ...about } as unknown as Event);
    }
  }
}

let browser: FakeBrowser;
let clock: PictureClock;
const channels = { closed: 0 };

beforeEach(() => {
  browser = new FakeBrowser();
  channels.closed = 0;
  class FakeChannel {
    readonly port1: { onmessage: (() => void) | null; close(): void } = {
      onmessage: null,
      close: () => channels.closed++,
    };
    readonly port2 = { postMessage: () => browser.tasks.push(() => this.port1.onmessage?.()) };
  }
  vi.stubGlobal('MessageChannel', FakeChannel);
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => browser.asked.push(callback));
  vi.stubGlobal(
    'addEventListener',
    (type: string, listener: (event: Event) => void, { capture = false }: AddEventListenerOptions = {}) =>
      browser.listeners.push({ type, listener, capture }),
  );
  vi.stubGlobal(
    'removeEventListener',
    (type: string, listener: (event: Event) => void, { capture = false }: EventListenerOptions = {}) => {
      // As a browser has it: one that listens while events are captured goes only when that is said again.
      browser.listeners = browser.listeners.filter(
        (one) => !(one.type === type && one.listener === listener && one.capture === capture),
      );
    },
  );
  clock = createPictureClock();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Asks for picture after picture over so many frames, and says in which of them, counted from 1, one was drawn. */
function drawnIn(frames: number, each: (frame: number) => void = () => undefined): number[] {
  const drawn: number[] = [];
  let frame = 0;
  const ask = (): void =>
    clock.next(() => {
      drawn.push(frame);
      ask();
    });
  ask();
  for (frame = 1; frame <= frames; frame++) {
    each(frame);
    browser.frame();
    browser.run();
  }
  return drawn;
}

describe('at rest', () => {
  it('draws once, with the next animation frame, in a task of its own', () => {
    const draw = vi.fn();
    clock.next(draw);
    browser.run();
    expect(draw, 'before the frame').not.toHaveBeenCalled();
    browser.frame();
    expect(draw, 'in the frame itself').not.toHaveBeenCalled();
    browser.run();
    expect(draw).toHaveBeenCalledTimes(1);
    browser.frame();
    browser.run();
    expect(draw).toHaveBeenCalledTimes(1);
    expect([browser.asked, browser.tasks]).toEqual([[], []]);
  });

  it('draws in every frame for those who ask again', () => {
    expect(drawnIn(5)).toEqual([1, 2, 3, 4, 5]);
  });

  it('draws what was asked for in the order in which it was asked for, each in a task of its own', () => {
    const drawn: string[] = [];
    for (const name of ['a', 'b']) clock.next(() => drawn.push(name));
    browser.frame();
    expect(browser.tasks).toHaveLength(2);
    browser.run();
    expect(drawn).toEqual(['a', 'b']);
  });
});

describe('while the reader scrolls', () => {
  it('draws in every third frame', () => {
    expect(drawnIn(9, () => browser.scroll())).toEqual([3, 6, 9]);
  });

  it('and until 150 ms after: then in every frame again', () => {
    // Scrolled just before the first frame: the frame after 9 · 16 = 144 ms is within the time, that after 160 is not.
    const drawn = drawnIn(13, (frame) => {
      if (frame === 1) browser.scroll();
    });
    expect(drawn).toEqual([3, 6, 9, 10, 11, 12, 13]);
  });

  it('hears of boxes that scroll inside the page, whose scrolling does not bubble', () => {
    expect(browser.listeners).toContainEqual(expect.objectContaining({ type: 'scroll', capture: true }));
  });
});

describe('while the pointer moves', () => {
  /** Pictures of so many ms each, and in which frames they are drawn; `each` is called before every frame. */
  function drawnSlowly(ms: number, frames: number, each: (frame: number) => void): number[] {
    const start = vi.spyOn(performance, 'now').mockImplementation(() => browser.now);
    const { next } = clock;
    clock = {
      ...clock,
      next: (draw) =>
        next(() => {
          browser.now += ms;
          draw();
        }),
    };
    const drawn = drawnIn(frames, each);
    start.mockRestore();
    return drawn;
  }

  it('a picture that takes long waits for the frame after', () => {
    const drawn = drawnSlowly(5, 8, (frame) => {
      if (frame === 3 || frame === 6) browser.move();
    });
    expect(drawn).toEqual([1, 2, 4, 5, 7, 8]);
  });

  it('but not for two, so that it goes on beside a pointer that never rests', () => {
    expect(drawnSlowly(5, 9, () => browser.move())).toEqual([1, 3, 5, 7, 9]);
  });

  it('a picture that is soon drawn waits for nothing', () => {
    expect(drawnSlowly(4, 4, () => browser.move())).toEqual([1, 2, 3, 4]);
  });

  it('nor does one that a drag asks for', () => {
    expect(drawnSlowly(5, 4, () => browser.move(1))).toEqual([1, 2, 3, 4]);
  });

  it('a move from before the frame keeps no picture waiting', () => {
    const drawn: number[] = [];
    clock.next(() => drawn.push(1));
    const now = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(5);
    browser.frame();
    browser.run();
    now.mockRestore();
    browser.move();
    browser.frame();
    clock.next(() => drawn.push(2));
    browser.frame();
    browser.run();
    expect(drawn).toEqual([1, 2]);
  });
});

it('listens no longer once it is disposed, and closes its channel', () => {
  expect(browser.listeners).toHaveLength(2);
  clock.dispose();
  expect(browser.listeners).toEqual([]);
  expect(channels.closed).toBe(1);
});
