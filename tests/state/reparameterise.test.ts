import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { BOX_REACH, type Family } from '../../src/math/family';
import type { Lab } from '../../src/state/lab';
import { REACH, Reparameterise } from '../../src/state/reparameterise';
import { Selection } from '../../src/state/selection';
import { NOTHING_STAGED, SAMPLE, type Staged } from '../../src/state/staged';
import type { PictureRequest } from '../../src/worker/frameProtocol';
import { frameOf } from '../support/fakeClient';

function open() {
  const requests: Record<string, PictureRequest | null> = {};
  const listeners = new Set<() => void>();
  const lab = {
    staged: createStore<Staged>(() => NOTHING_STAGED),
    selection: new Selection(() => 9),
    frame: frameOf(),
    on(_: 'frame', listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** A frame of this family comes. */
    come(family: Family) {
      lab.frame = { ...lab.frame, family };
      for (const listener of listeners) listener();
    },
    show: (key: string, request: PictureRequest | null) => {
      requests[key] = request;
    },
  };
  return { lab, asked: () => requests[SAMPLE], held: new Reparameterise(lab as unknown as Lab) };
}

describe('noise that is held', () => {
  it('asks for a sample of the selected image, else of the first, while it is on', () => {
    const { lab, held, asked } = open();
    held.set([1, -0.5]);
    expect(asked()).toBeUndefined();
    held.enter();
    expect(asked()).toEqual({ kind: 'sample', index: 0, noise: [1, -0.5] });
    lab.selection.select(4);
    expect(asked()).toMatchObject({ index: 4 });
    held.set([0, 2]);
    expect(asked()).toMatchObject({ noise: [0, 2] });
    expect(lab.staged.getState().noise).toEqual([0, 2]);
    held.leave();
    expect(asked()).toBeNull();
    expect(lab.staged.getState().noise).toBeNull();
    lab.selection.select(5);
    expect(asked()).toBeNull();
    held.enter();
    expect(asked()).toMatchObject({ index: 5, noise: [0, 2] });
  });

  it.each([[[4, 0]], [[0, Number.NaN]], [[0, Number.NEGATIVE_INFINITY]]] as const)('refuses %j, and stays', (noise) => {
    const { held } = open();
    const before = held.epsilon;
    expect(() => held.set(noise)).toThrow(RangeError);
    expect(() => held.set(noise)).toThrow(`(${noise.join(', ')})`);
    expect(held.epsilon).toBe(before);
  });

  it('stays within the support of a box, whether it was held before or is set', () => {
    const { lab, held, asked } = open();
    held.enter();
    held.set([2.5, -1]);
    lab.come('box');
    expect(held.epsilon).toEqual([BOX_REACH, -1]);
    expect(asked()).toMatchObject({ noise: [BOX_REACH, -1] });
    expect(lab.staged.getState().noise).toEqual([BOX_REACH, -1]);
    held.set([1, -3]);
    expect(asked()).toMatchObject({ noise: [1, -BOX_REACH] });
    lab.come('diagonal');
    expect(asked()).toMatchObject({ noise: [1, -3] });
    held.leave();
    lab.come('box');
    expect(asked()).toBeNull();
    expect(lab.staged.getState().noise).toBeNull();
  });

  it('is drawn anew from one seed, as the family has it', () => {
    const { held, lab } = open();
    const draws = (of: Reparameterise): (readonly number[])[] =>
      Array.from({ length: 200 }, () => {
        of.redraw();
        return of.epsilon;
      });
    const drawn = draws(held);
    expect(draws(open().held)).toEqual(drawn);
    expect(Math.max(...drawn.flat().map(Math.abs))).toBeLessThanOrEqual(REACH);
    // More than a uniform distribution has room for.
    expect(Math.max(...drawn.flat().map(Math.abs))).toBeGreaterThan(BOX_REACH);
    lab.frame = { ...lab.frame, family: 'box' };
    expect(held.reach).toBe(BOX_REACH);
    const boxed = draws(held).flat();
    expect(Math.max(...boxed.map(Math.abs))).toBeLessThanOrEqual(BOX_REACH);
  });
});
