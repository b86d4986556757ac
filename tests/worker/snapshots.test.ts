import { describe, expect, it } from 'vitest';
import type { Parameters } from '../../src/model/engine';
import { isLost, Snapshots } from '../../src/worker/snapshots';

const parametersAt = (step: number, value = 1): Parameters => ({
  architecture: { inputs: 1, hidden: [], latent: 1, activation: 'relu' },
  values: Float32Array.of(value),
  first: new Float32Array(1),
  second: new Float32Array(1),
  step,
});

const losses = (total: number) => ({ reconstruction: total, regulariser: 0, total });

describe('isLost', () => {
  it.each([0, 12, -50, 1e6])('%s is a loss', (total) => {
    expect(isLost(losses(total))).toBe(false);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e30])('%s is none', (total) => {
    expect(isLost(losses(total))).toBe(true);
  });
});

describe('Snapshots', () => {
  const first = parametersAt(0);

  it('begin with the parameters of the start', () => {
    expect(new Snapshots(first, 0).rewind()).toBe(first);
  });

  it('are due a second after the last was taken', () => {
    const snapshots = new Snapshots(first, 5000);
    expect(snapshots.isDue(5100)).toBe(false);
    expect(snapshots.isDue(6000)).toBe(true);
    snapshots.taking(6000);
    expect(snapshots.isDue(6100)).toBe(false);
    expect(snapshots.isDue(7000)).toBe(true);
  });

  it('count when the losses of later steps were sound, and not before', () => {
    const taken = parametersAt(10);
    const keptAfter = (...steps: number[]): Parameters => {
      const snapshots = new Snapshots(first, 0);
      snapshots.add(taken);
      for (const step of steps) snapshots.confirm(step);
      return snapshots.rewind();
    };
    expect(keptAfter()).toBe(first);
    expect(keptAfter(10), 'those losses came before it').toBe(first);
    expect(keptAfter(10, 11)).toBe(taken);
  });

  it('count though they come after the losses of later steps: an engine answers what it is asked in any order', () => {
    const snapshots = new Snapshots(first, 0);
    const [early, late] = [parametersAt(10), parametersAt(12)];
    const path = snapshots.taking(0);
    snapshots.confirm(12);
    snapshots.add(early, path);
    expect(snapshots.rewind()).toBe(early);
    snapshots.confirm(12);
    snapshots.add(late, snapshots.taking(0));
    expect(snapshots.rewind(), 'those losses came before it').toBe(early);
  });

  it('count though the next one has been taken before there were losses of later steps', () => {
    const keptAfter = (step: number): number => {
      const snapshots = new Snapshots(first, 0);
      for (const taken of [1, 5, 9, 13]) snapshots.add(parametersAt(taken));
      snapshots.confirm(step);
      return snapshots.rewind().step;
    };
    expect([1, 2, 13, 14].map(keptAfter)).toEqual([0, 1, 1, 13]);
    const snapshots = new Snapshots(first, 0);
    for (const taken of [1, 5, 9]) {
      snapshots.add(parametersAt(taken));
      // Of a machine so slow that a frame takes as long as the way to the next snapshot.
      snapshots.confirm(taken);
    }
    expect(snapshots.rewind().step).toBe(5);
  });

  it('do not count by losses of a path that the run has left', () => {
    const snapshots = new Snapshots(first, 0);
    snapshots.confirm(20);
    expect(snapshots.rewind()).toBe(first);
    snapshots.add(parametersAt(10));
    expect(snapshots.rewind()).toBe(first);
  });

  it('do not count with parameters that are no numbers', () => {
    const snapshots = new Snapshots(first, 0);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      snapshots.add(parametersAt(10, value));
      snapshots.confirm(20);
    }
    expect(snapshots.rewind()).toBe(first);
  });

  it('give way to parameters that are loaded', () => {
    const snapshots = new Snapshots(first, 0);
    snapshots.add(parametersAt(10));
    const loaded = parametersAt(3);
    snapshots.reset(loaded);
    snapshots.confirm(100);
    expect(snapshots.rewind()).toBe(loaded);
  });
});
