import { beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/math/random';
import { fitWindow, type PlaneWindow } from '../../src/math/window';
import { FARTHEST, HALF, PlaneView } from '../../src/state/planeView';
import { expectClose } from '../support/close';

/** 500 centres around (x, y). */
function codesAround(x: number, y: number, spread: number): Float32Array {
  const random = createRandom(81);
  return Float32Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? x : y) + spread * random.normal());
}

function watched(still = false): { view: PlaneView; moves: PlaneWindow[] } {
  const view = new PlaneView(() => still);
  const moves: PlaneWindow[] = [];
  view.on((window) => moves.push(window));
  return { view, moves };
}

/** Ms from one frame to the next. */
const FRAME = 16;

/** Follows codes for so many frames. */
function follow(view: PlaneView, codes: Float32Array, frames: number): void {
  for (let i = 0; i < frames; i++) {
    clock += FRAME;
    view.follow(codes, clock);
  }
}

let clock = 0;
beforeEach(() => {
  clock = 0;
});

const far = codesAround(20, -5, 2);
const taken: PlaneWindow = { x: 1, y: 2, half: 0.5 };

describe('PlaneView', () => {
  it('begins at rest around the prior', () => {
    const { view } = watched();
    expect(view.current).toEqual(fitWindow(new Float32Array(0)));
  });

  it('follows the codes a little with every frame, arrives, and then rests', () => {
    const { view, moves } = watched();
    const goal = fitWindow(far, view.current);
    let frames = 0;
    for (; frames < 200 && view.current.half !== goal.half; frames++) {
      const before = view.current;
      follow(view, far, 1);
      expect(view.current.half).toBeGreaterThan(before.half);
      expect(view.current.x).toBeGreaterThan(before.x);
    }
    expect(frames).toBeGreaterThan(5);
    expect(view.current).toEqual(goal);
    expect(moves).toHaveLength(frames);
    follow(view, far, 1);
    expect(moves).toHaveLength(frames);
  });

  it('moves as far in the same time of few frames as of many', () => {
    const [slow, fast] = [watched(), watched()];
    for (let now = 50; now <= 250; now += 50) slow.view.follow(far, now);
    for (let now = 10; now <= 250; now += 10) fast.view.follow(far, now);
    expect(slow.moves.length).toBeLessThan(fast.moves.length);
    for (const part of ['x', 'y', 'half'] as const) {
      expectClose(slow.view.current[part], fast.view.current[part], { rel: 1e-9 }, part);
    }
  });

  it('jumps where motion is not wanted', () => {
    const { view, moves } = watched(true);
    follow(view, far, 1);
    expect(view.current).toEqual(fitWindow(far));
    expect(moves).toHaveLength(1);
  });

  it('stays where the reader has put it', () => {
    const { view, moves } = watched();
    view.take(taken);
    follow(view, far, 50);
    expect(view.current).toEqual(taken);
    expect(moves).toEqual([taken]);
  });

  it('follows again after fit, and is there at once', () => {
    const { view } = watched();
    view.take(taken);
    view.fit(far);
    expect(view.current).toEqual(fitWindow(far));
    const near = codesAround(0, 0, 0.5);
    follow(view, near, 200);
    expect(view.current).toEqual(fitWindow(near));
    view.take(taken);
    view.fit();
    expect(view.current, 'the latest codes that it knows of').toEqual(fitWindow(near));
  });

  it('knows what the reader has taken, and tells of it even where nothing moves', () => {
    const { view, moves } = watched();
    expect(view.taken).toBeNull();
    view.take({ ...view.current });
    expect(view.taken).toEqual(view.current);
    expect(moves).toHaveLength(1);
    view.fit(new Float32Array(0));
    expect(view.taken).toBeNull();
    expect(moves).toHaveLength(2);
    follow(view, far, 5);
    expect(view.taken).toBeNull();
  });

  it('holds the codes of all planes that share it, until one of them is gone', () => {
    const { view } = watched(true);
    const [one, other] = [{}, {}];
    const near = codesAround(0, 0, 0.5);
    view.follow(near, 16, one);
    view.follow(far, 32, other);
    expect(view.current).toEqual(fitWindow([near, far]));
    expect(view.current.half).toBeGreaterThan(fitWindow(near).half);
    view.follow(near, 48, one);
    expect(view.current, 'whichever of them had a frame').toEqual(fitWindow([near, far]));
    view.take(taken);
    view.fit(near, one);
    expect(view.current).toEqual(fitWindow([near, far]));
    view.forget(other);
    view.follow(near, 64, one);
    expect(view.current).toEqual(fitWindow(near));
  });

  it('takes no window in which nothing could be seen', () => {
    const { view } = watched();
    view.take({ x: 1e9, y: -1e9, half: 0 });
    expect(view.current).toEqual({ x: FARTHEST, y: -FARTHEST, half: HALF.min });
  });

  it('tells nobody of a move that is none, and no one who has left', () => {
    const { view, moves } = watched();
    view.take({ ...view.current });
    view.take({ ...view.current });
    expect(moves).toHaveLength(1);
    const late: PlaneWindow[] = [];
    const leave = view.on((window) => late.push(window));
    view.take(taken);
    leave();
    view.take({ ...taken, x: 7 });
    expect(late).toEqual([taken]);
    expect(moves).toHaveLength(3);
  });

  it('recovers from a run whose codes were not numbers', () => {
    const { view } = watched();
    follow(view, new Float32Array(20).fill(Number.NaN), 5);
    follow(view, far, 200);
    expect(view.current).toEqual(fitWindow(far));
  });
});
