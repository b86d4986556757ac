import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { SweepDesk } from '../../src/state/sweepDesk';
import { USUAL_VALUES, usualPlan } from '../../src/state/sweepPlan';
import { makeLabs } from '../support/makeLabs';

/** @param said of the address @param own plan of its figure */
function makeDesk(said: string | null = null, own = usualPlan()) {
  const { labs } = makeLabs();
  const base = labs.add({ id: 'lab', settings: { noiseScale: 1 } });
  const text = createStore<string | null>(() => said);
  const refused: string[] = [];
  const desk = new SweepDesk({
    labs,
    id: 'luck',
    base,
    own,
    text,
    still: () => true,
    refuse: (each) => refused.push(each),
  });
  return { desk, text, refused, labs };
}

describe('where sweeps are planned', () => {
  it('takes what fits, with the usual values of another setting, and nothing of what does not', () => {
    const { desk } = makeDesk();
    desk.set({ values: [0, 3] });
    expect(desk.plan).toEqual({ ...usualPlan(), values: [0, 3] });
    desk.set({ setting: 'latent' });
    expect(desk.plan.values).toEqual(USUAL_VALUES.latent);
    expect(() => desk.set({ values: [2, 9], steps: 3 })).toThrow(RangeError);
    expect(desk.plan).toEqual(usualPlan('latent'));
  });

  it('is as the address says, and says in it how it is', () => {
    const { desk, text, refused } = makeDesk('r:4,5');
    expect(desk.plan).toEqual({ ...usualPlan('seed'), values: [4, 5] });
    text.setState('z:1,2:30', true);
    expect(desk.plan).toEqual({ setting: 'latent', values: [1, 2], steps: 30 });
    desk.set({ steps: 40 });
    expect(text.getState()).toBe('z:1,2:40');
    desk.set(usualPlan());
    expect(text.getState()).toBeNull();
    expect(refused).toEqual([]);
  });

  it('has the plan of its figure while the address says nothing, and says every other one in it', () => {
    const own = { setting: 'seed', values: [4, 5], steps: 60 } as const;
    const { desk, text } = makeDesk(null, own);
    expect(desk.plan).toEqual(own);
    expect(desk.start().models.map(({ id }) => id)).toEqual(['luck-0', 'luck-1']);
    desk.set(usualPlan());
    expect(text.getState()).toBe('b');
    desk.set(own);
    expect(text.getState()).toBeNull();
    text.setState('r:1,2', true);
    text.setState(null, true);
    expect(desk.plan).toEqual(own);
  });

  it('tells of what is no plan, and keeps the one that it has', () => {
    const { desk, text, refused } = makeDesk('b:0,99');
    expect(desk.plan).toEqual(usualPlan());
    expect(text.getState()).toBeNull();
    desk.set({ setting: 'seed' });
    text.setState('r:1', true);
    expect(desk.plan).toEqual(usualPlan('seed'));
    expect(text.getState()).toBe('r');
    expect(refused).toEqual(['b:0,99', 'r:1']);
  });

  it('sweeps no σ of points, which have none, and leaves the sweep that is there', () => {
    const { desk, labs } = makeDesk();
    const first = desk.start();
    void labs.all[0]!.lab.set({ posterior: 'point' });
    desk.set({ setting: 'noiseScale' });
    expect(() => desk.start()).toThrow(RangeError);
    expect(desk.sweep).toBe(first);
    desk.set({ setting: 'seed' });
    expect(desk.start().setting).toBe('seed');
  });

  it('has one sweep at a time, which goes on as it began', () => {
    const { desk, labs } = makeDesk();
    const first = desk.start();
    desk.set({ setting: 'seed' });
    expect(desk.sweep).toBe(first);
    expect(first.models.map(({ value }) => value)).toEqual(USUAL_VALUES.beta);
    const second = desk.start();
    expect(desk.sweep).toBe(second);
    expect(second.setting).toBe('seed');
    expect(labs.crews.size).toBe(1);
    desk.clear();
    expect(desk.sweep).toBeNull();
    expect(labs.crews.size).toBe(0);
  });
});
