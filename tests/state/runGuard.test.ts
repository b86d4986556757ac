import { describe, expect, it, vi } from 'vitest';
import { type Recovered, RunGuard } from '../../src/state/runGuard';
import { WorkerError } from '../../src/worker/workerError';
import { summaryOf, turn } from '../support/fakeClient';
import { begin, land, type MadeLab, open, sleepOf } from '../support/labs';

const crash = (): WorkerError => new WorkerError('crashed', 'The training worker failed: it was killed');

/** A lab that trains at step 40, and its guard. */
async function guarded() {
  const made = await open({}, true);
  const recovered = vi.fn<(recovered: Recovered) => void>();
  const guard = new RunGuard(made.lab, recovered);
  await land(made, 40, { training: true });
  return { made, guard, recovered };
}

/** One look, at which the worker answers, and keeps the run at a step. */
async function lookAndKeep(made: MadeLab, guard: RunGuard, step: number): Promise<void> {
  guard.look();
  await made.client.answer('ping', null);
  await made.client.answer('keep', sleepOf(step));
}

/** Where the last worker was asked to go on from; null for the beginning. */
const goesOnFrom = ({ client }: MadeLab): number | null =>
  (client.last('start').payload as { wake: { parameters: { step: number } } | null }).wake?.parameters.step ?? null;

describe('the guard of a run', () => {
  it('has it kept whenever it has moved, and not while it rests', async () => {
    const { made, guard } = await guarded();
    await lookAndKeep(made, guard, 41);
    guard.look();
    await made.client.answer('ping', null);
    expect(made.client.count('keep')).toBe(1);
    await land(made, 60, { training: true });
    guard.look();
    expect(made.client.count('keep')).toBe(2);
  });

  it('has another worker go on where it was last kept when its own breaks', async () => {
    const { made, guard, recovered } = await guarded();
    await lookAndKeep(made, guard, 41);
    await land(made, 60, { training: true });
    await lookAndKeep(made, guard, 61);
    await made.client.fail('frame', crash());
    await turn();
    expect(made.clients).toHaveLength(2);
    expect(made.clients[0]!.closed).toBe(true);
    expect(goesOnFrom(made)).toBe(61);
    await begin(made, { step: 61 });
    expect(made.state()).toMatchObject({ failure: null, playing: true, run: summaryOf() });
    expect(recovered.mock.calls).toEqual([
      [{ why: 'crashed', message: 'The training worker failed: it was killed', step: 61, lostPast: false }],
    ]);
  });

  it('ends a worker that does not answer in sixteen looks, and has another go on', async () => {
    const { made, guard, recovered } = await guarded();
    await lookAndKeep(made, guard, 41);
    for (let look = 0; look < 16; look++) guard.look();
    await turn();
    expect(made.clients).toHaveLength(1);
    guard.look();
    await turn();
    expect(made.clients.map(({ closed }) => closed)).toEqual([true, false]);
    await begin(made, { step: 41 });
    expect(recovered.mock.calls).toMatchObject([[{ why: 'silent', step: 41 }]]);
  });

  it('has another worker go on where one could not have memory, and not after any other defect', async () => {
    const { made, guard, recovered } = await guarded();
    await lookAndKeep(made, guard, 41);
    await made.client.fail('frame', new RangeError('Array buffer allocation failed'));
    await turn();
    await begin(made, { step: 41 });
    expect(recovered.mock.calls).toMatchObject([[{ why: 'memory', step: 41 }]]);
    await lookAndKeep(made, guard, 42);
    await made.client.fail('frame', new TypeError('x is undefined'));
    await turn();
    expect(made.state().failure).toMatchObject({ kind: 'defect', message: 'x is undefined' });
    expect(made.clients).toHaveLength(2);
  });

  it('leaves it at the failure where the new worker breaks before it has answered', async () => {
    const { made, guard, recovered } = await guarded();
    await lookAndKeep(made, guard, 41);
    await made.client.fail('frame', crash());
    await turn();
    await made.client.answer('start', summaryOf());
    await made.client.fail('play', crash());
    await turn();
    expect(made.clients).toHaveLength(2);
    expect(made.state().failure).toMatchObject({ kind: 'worker', cause: 'crashed' });
    expect(recovered).toHaveBeenCalledTimes(1);
  });

  it('begins a run again that broke before it was kept, unless its parameters were brought', async () => {
    const { made, recovered } = await guarded();
    await made.client.fail('frame', crash());
    await turn();
    expect(goesOnFrom(made)).toBeNull();
    await begin(made);
    expect(recovered.mock.calls).toMatchObject([[{ step: 0 }]]);

    const other = await guarded();
    other.made.lab.store.setState({ brought: true });
    await other.made.client.fail('frame', crash());
    await turn();
    expect(other.made.clients).toHaveLength(1);
    expect(other.made.state().failure).toMatchObject({ cause: 'crashed' });
  });

  it('does not keep what is of a run before the present one', async () => {
    const { made, guard } = await guarded();
    guard.look();
    void made.lab.reset();
    await turn();
    await made.client.answer('ping', null);
    await made.client.answer('keep', sleepOf(41));
    await made.client.answer('start', summaryOf());
    await made.client.fail('play', crash());
    await turn();
    expect(goesOnFrom(made)).toBeNull();
  });

  it('leaves a failure that another worker does not mend', async () => {
    const { made, guard } = await guarded();
    await lookAndKeep(made, guard, 41);
    await made.client.fail('frame', new WorkerError('missing', 'its script did not load'));
    await turn();
    expect(made.clients).toHaveLength(1);
    expect(made.state().failure).toMatchObject({ cause: 'missing' });
  });
});
