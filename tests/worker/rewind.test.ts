import { describe, expect, it } from 'vitest';
import type { Parameters } from '../../src/model/engine';
import { Snapshots } from '../../src/worker/snapshots';

const parametersAt = (step: number): Parameters => ({
  architecture: { inputs: 1, hidden: [], latent: 1, activation: 'relu' },
  values: Float32Array.of(step),
  first: new Float32Array(1),
  second: new Float32Array(1),
  step,
});

describe('a run that goes back', () => {
  it('does so to the last sound parameters', () => {
    const snapshots = new Snapshots(parametersAt(0), 0);
    const sound = parametersAt(10);
    snapshots.add(sound);
    snapshots.confirm(20);
    expect(snapshots.rewind()).toBe(sound);
    expect(snapshots.rewind()).toBe(sound);
  });

  it('forgets what was taken on the way to the loss, though later losses are sound', () => {
    const snapshots = new Snapshots(parametersAt(0), 0);
    snapshots.add(parametersAt(10));
    snapshots.rewind();
    snapshots.confirm(1000);
    expect(snapshots.rewind().step).toBe(0);
  });

  it.each<[string, (snapshots: Snapshots) => unknown]>([
    ['gone back', (snapshots) => snapshots.rewind()],
    ['gone on from loaded weights', (snapshots) => snapshots.reset(parametersAt(0))],
  ])('drops a snapshot that arrives when it has %s', (_, leave) => {
    const snapshots = new Snapshots(parametersAt(0), 0);
    const path = snapshots.taking(1000);
    leave(snapshots);
    snapshots.add(parametersAt(10), path);
    snapshots.confirm(1000);
    expect(snapshots.rewind().step).toBe(0);
    const next = snapshots.taking(2000);
    snapshots.add(parametersAt(20), next);
    snapshots.confirm(1000);
    expect(snapshots.rewind().step).toBe(20);
  });
});
