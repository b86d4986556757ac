import { beforeAll, describe, expect, it } from 'vitest';
import { fetchLate } from '../../src/state/fetchLate';
import { bindTogether } from '../../src/state/together';
import { type FakeClient, frameOf, summaryOf, turn } from '../support/fakeClient';
import { makeLabs } from '../support/makeLabs';

// It comes when it is first asked for, which these tests do not wait for.
beforeAll(() => fetchLate('stepTogether'));

/** Two labs that are compared; each worker is at a step, and answers when `pass` lets it. */
async function compared({ bound = true, opened = true } = {}) {
  const { labs, clients, draw } = makeLabs({ autoplay: false });
  const pair = ['left', 'right'].map((id) => labs.add({ id, settings: {} }));
  const [left, right] = pair as [(typeof pair)[0], (typeof pair)[0]];
  labs.compare(pair, ['seed']);
  const steps = new Map<FakeClient, number>();
  const stepOf = (client: FakeClient): number => steps.get(client) ?? 0;
  const answer = async (client: FakeClient): Promise<void> => {
    if (client.waiting('start') > 0) await client.answer('start', summaryOf());
    else if (client.waiting('play') > 0) await client.answer('play', null);
    else if (client.waiting('step') > 0) {
      // In the order in which they were asked for.
      const asked = client.asked.filter(({ type }) => type === 'step');
      const { count } = asked[asked.length - client.waiting('step')]!.payload;
      steps.set(client, stepOf(client) + Number(count));
      await client.answer('step', frameOf({ step: stepOf(client) }));
    } else if (client.waiting('frame') > 0) await client.answer('frame', frameOf({ step: stepOf(client) }));
  };
  /** Lets workers answer so often. */
  const pass = async (rounds = 12, which = (_: FakeClient) => true): Promise<void> => {
    for (let round = 0; round < rounds; round++) {
      for (const client of clients.filter(which)) await answer(client);
      draw();
      await turn();
    }
  };
  if (bound) bindTogether(pair, ['seed']);
  if (opened) {
    for (const lab of pair) void lab.open();
    await pass();
  }
  return { left, right, clients, steps, pass, shown: () => pair.map((lab) => lab.frame?.step) };
}

/** Whether a promise is settled. */
function watch<T>(promise: Promise<T>): { done: boolean; value: T | null; error: Error | null } {
  const seen = { done: false, value: null as T | null, error: null as Error | null };
  promise.then(
    (value) => Object.assign(seen, { done: true, value }),
    (error) => Object.assign(seen, { done: true, error }),
  );
  return seen;
}

describe('steps that one of two compared labs is asked for', () => {
  it('are taken by both, however many, and answered when both are there', async () => {
    const { left, clients, pass, shown } = await compared();
    const asked = watch(left.step(10_000));
    await pass(2);
    await pass(12, (client) => client === clients[0]);
    expect([asked.done, shown()], 'the other one is not there yet').toEqual([false, [10_000, 0]]);
    await pass();
    expect([asked.value?.step, shown()]).toEqual([10_000, [10_000, 10_000]]);
    await pass();
    expect(shown(), 'nobody takes more').toEqual([10_000, 10_000]);
  });

  it('begin where the farther one is, whichever was asked', async () => {
    const { left, right, clients, steps, pass, shown } = await compared();
    for (const [first, lab] of [
      [130, right],
      [700, left],
    ] as const) {
      steps.set(clients[0]!, first);
      const before = Math.max(...steps.values());
      const asked = watch(lab.step(10));
      await pass();
      expect([asked.value?.step, shown()]).toEqual([before + 10, [before + 10, before + 10]]);
    }
  });

  it('do not go after one whose parameters were brought', async () => {
    const { left, right, clients, steps, pass, shown } = await compared();
    right.store.setState({ brought: true });
    steps.set(clients[1]!, 40_000);
    const asked = watch(left.step(1));
    await pass();
    expect([asked.value?.step, shown()]).toEqual([1, [1, 40_001]]);
  });

  it('wake both, before the figure is there that has them go in step', async () => {
    const { right, clients, pass, shown } = await compared({ bound: false, opened: false });
    expect(clients).toEqual([]);
    const asked = watch(right.step(3));
    await pass(20);
    expect([asked.value?.step, shown()]).toEqual([3, [3, 3]]);
  });

  it('are taken by one where the other fails, and rejected where it fails itself', async () => {
    const { left, right, clients, pass } = await compared();
    const alone = watch(left.step(5));
    await turn();
    await turn();
    await clients[1]!.fail('step', Object.assign(new Error('crashed'), { name: 'WorkerError' }));
    await pass();
    expect(alone.value?.step).toBe(5);
    expect(right.store.getState().failure).not.toBeNull();
    const refused = watch(left.step(5));
    await turn();
    await turn();
    await clients[0]!.fail('step', new Error('no'));
    await pass();
    expect(refused.error?.message).toBe('no');
  });
});
