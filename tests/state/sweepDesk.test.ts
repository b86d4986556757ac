import { describe, expect, it } from 'vitest';
import { SweepDesk } from '../../src/state/sweepDesk';
import { USUAL_VALUES, usualPlan } from '../../src/state/sweepPlan';
import { makeLabs } from '../support/makeLabs';

function makeDesk() {
  const { labs, clients } = makeLabs();
  labs.add({ id: 'lab', settings: { noiseScale: 1 } });
  return { desk: new SweepDesk(labs), labs, clients };
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

  it('has one sweep at a time, which goes on as it began', async () => {
    const { desk } = makeDesk();
    const first = await desk.start();
    desk.set({ setting: 'seed' });
    expect(desk.sweep).toBe(first);
    expect(first.models.map(({ value }) => value)).toEqual(USUAL_VALUES.beta);
    const second = await desk.start();
    expect(desk.sweep).toBe(second);
    expect(second.setting).toBe('seed');
    desk.clear();
    expect(desk.sweep).toBeNull();
  });

  it('begins none that has been cleared away before its code had come', async () => {
    const { desk } = makeDesk();
    const begun = desk.start();
    desk.clear();
    await expect(begun).rejects.toMatchObject({ name: 'AbortError' });
    expect(desk.sweep).toBeNull();
  });
});
