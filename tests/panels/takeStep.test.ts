import { describe, expect, it } from 'vitest';
import { takeStep } from '../../src/panels/takeStep';
import { frameOf } from '../support/fakeClient';
import { open } from '../support/labs';

describe('a step by hand', () => {
  it('is one, and nothing is said of it', async () => {
    const { lab, client, notices } = await open();
    const taken = takeStep(lab);
    expect(client.last('step').payload).toMatchObject({ count: 1 });
    await client.answer('step', frameOf({ step: 1 }));
    await taken;
    expect(notices()).toEqual([]);
  });

  it('that cannot be taken is told in the figure', async () => {
    const { lab, client, notices } = await open();
    const taken = takeStep(lab);
    await client.fail('step', new Error('it broke'));
    await taken;
    expect(notices()).toMatchObject([{ kind: 'defect', message: 'it broke' }]);
  });

  it('that finds no worker is told once, as the end of the run', async () => {
    const { lab, client, state, notices } = await open();
    const taken = takeStep(lab);
    await client.fail('step', Object.assign(new Error('it crashed'), { name: 'WorkerError', cause: 'crashed' }));
    await taken;
    expect(state().failure).toMatchObject({ kind: 'worker', message: 'it crashed' });
    expect(notices()).toEqual([]);
  });

  it('of a figure that has gone says nothing', async () => {
    const { lab, notices } = await open();
    const taken = takeStep(lab);
    lab.dispose();
    await taken;
    expect(notices()).toEqual([]);
  });
});
