import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Jobs } from '../../src/worker/jobs';
import { type Work, wait } from '../../src/worker/jobs/work';
import { createPacer, type Pacer, SLICE } from '../../src/worker/pacer';
import { loop, TURN, useFakeLoop } from '../support/fakeLoop';

useFakeLoop();

let training = false;
let jobs: Jobs;
beforeEach(() => {
  training = false;
  jobs = new Jobs(() => training);
});

/** What work does, as it goes. */
interface Watched {
  units: number;
  ended: boolean;
  disposed: number;
}

const watched = (): Watched => ({ units: 0, ended: false, disposed: 0 });

/** `units` times `cost` ms of work; returns how much there was. */
function* counting(units: number, cost: number, seen = watched()): Work<number> {
  try {
    while (seen.units < units) {
      seen.units += 1;
      loop.now += cost;
      yield;
    }
    return seen.units;
  } finally {
    seen.ended = true;
  }
}

/** Begins work that is watched. */
function begin(key: string, units = 1000, cost = 1) {
  const seen = watched();
  const answer = jobs.run(key, counting(units, cost, seen), () => {
    seen.disposed += 1;
  });
  // Whether or not the test looks at it.
  answer.catch(() => undefined);
  return { seen, answer };
}

describe('a slice', () => {
  it.each([0.1, 0.5, 1, 2])('ends within SLICE ms when a unit takes %s ms, and has that much done', (cost) => {
    const { seen } = begin('a', 10_000, cost);
    for (let i = 1; i <= 20; i++) {
      const began = loop.now;
      loop.turn();
      const took = loop.now - TURN - began;
      expect(took).toBeLessThanOrEqual(SLICE + 1e-6);
      expect(took).toBeGreaterThan(SLICE - 2 * Math.max(cost, 1) - 1e-6);
    }
    expect(seen.units).toBeGreaterThan(0);
  });

  it('leaves messages to be answered within SLICE ms at rest', () => {
    begin('a', 10_000, 1);
    begin('b', 10_000, 2);
    const waits: number[] = [];
    const message = (): void => {
      const sent = loop.now;
      loop.post(() => waits.push(loop.now - sent));
    };
    for (let i = 1; i <= 100; i++) {
      message();
      while (waits.length < i) loop.turn();
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(SLICE + TURN);
  });

  it('is shared by all jobs', () => {
    const [a, b] = [begin('a'), begin('b')];
    loop.turn();
    expect(a.seen.units).toBeGreaterThan(2);
    expect(Math.abs(a.seen.units - b.seen.units)).toBeLessThanOrEqual(1);
  });

  it('begins after the caller has been answered', () => {
    expect(begin('a').seen.units).toBe(0);
  });
});

describe('at rest', () => {
  it('jobs have all of the time', async () => {
    const { answer } = begin('a', 500, 2);
    const began = loop.now;
    await loop.runAll(2000);
    expect(await answer).toBe(500);
    expect(loop.busy).toBeLessThan(1000 * 1.02);
    expect(loop.tasks, 'and nothing is left when they are done').toHaveLength(0);
    expect(began + 2000).toBe(loop.now);
  });
});

describe('while steps are taken', () => {
  let pacer: Pacer;
  let steps = 0;
  beforeEach(() => {
    steps = 0;
    pacer = createPacer(
      () => {
        steps += 1;
        loop.now += 0.4;
      },
      (error) => expect.unreachable(String(error)),
    );
    jobs = new Jobs(() => pacer.playing);
  });
  afterEach(() => pacer.dispose());

  it.each([0, 1000])('they keep four fifths of their pace, with a limit of %i a second', (limit) => {
    pacer.limit = limit;
    pacer.playing = true;
    loop.run(4000);
    const alone = steps;
    for (const key of ['a', 'b', 'c']) begin(key, 100_000, 1.7);
    loop.run(4000);
    expect(steps - alone).toBeGreaterThan(0.8 * alone);
  });

  it('jobs go on, with three twentieths of the time, whatever a unit takes', () => {
    pacer.playing = true;
    for (const cost of [0.3, 2, 30]) {
      const { seen } = begin('a', 100_000, cost);
      loop.run(4000);
      const share = (seen.units * cost) / 4000;
      expect(share).toBeGreaterThan(0.1);
      expect(share).toBeLessThan(0.17);
    }
  });

  it('jobs have all of the time as soon as no more are', () => {
    pacer.playing = true;
    const { seen } = begin('a', 100_000, 1);
    loop.run(500);
    pacer.playing = false;
    // A slice that waits for its time still does.
    loop.run(50);
    const before = seen.units;
    loop.run(100);
    expect(seen.units - before).toBeGreaterThan(95);
  });
});

describe('work that waits for an engine', () => {
  it('is sent what it waited for, and others go on meanwhile', async () => {
    const answers: ((value: string) => void)[] = [];
    function* asking(): Work<string> {
      const first = yield* wait(new Promise<string>((resolve) => answers.push(resolve)));
      const second = yield* wait(new Promise<string>((resolve) => answers.push(resolve)));
      return first + second;
    }
    const asked = jobs.run('a', asking(), () => undefined);
    const other = begin('b', 10, 1);
    await loop.runAll(100);
    expect(await other.answer).toBe(10);
    expect(answers).toHaveLength(1);
    answers[0]!('co');
    await loop.runAll(100);
    answers[1]!('des');
    await loop.runAll(100);
    expect(await asked).toBe('codes');
  });

  it('that answers at once goes on in the same slice, as far as its time goes', async () => {
    let units = 0;
    function* quick(): Work<void> {
      while (units < 1000) {
        units += yield* wait(Promise.resolve(1));
        loop.now += 0.5;
      }
    }
    void jobs.run('a', quick(), () => undefined);
    const began = loop.now;
    await loop.runAll(TURN / 2);
    expect(units).toBeGreaterThan(10);
    expect(loop.now - began).toBeLessThanOrEqual(SLICE + TURN);
    await loop.runAll(1000);
    expect(units).toBe(1000);
  });

  it('is told of what failed, and may go on', async () => {
    function* careful(): Work<string> {
      try {
        return yield* wait(Promise.reject(new RangeError('no such image')));
      } catch (error) {
        return (error as Error).message;
      }
    }
    const answer = jobs.run('a', careful(), () => undefined);
    await loop.runAll(100);
    expect(await answer).toBe('no such image');
  });

  it('is not gone on with when it was ended meanwhile', async () => {
    let answered: (value: string) => void = () => undefined;
    let wentOn = false;
    function* asking(): Work<void> {
      yield* wait(new Promise<string>((resolve) => (answered = resolve)));
      wentOn = true;
    }
    const asked = jobs.run('a', asking(), () => undefined);
    await loop.runAll(10);
    jobs.cancel('The run has ended');
    answered('late');
    await expect(asked).rejects.toThrow('The run has ended');
    await loop.runAll(100);
    expect(wentOn).toBe(false);
  });
});

describe('a job ends', () => {
  it('with what it throws', async () => {
    const broken = new TypeError('not a number');
    function* breaking(): Work<void> {
      yield;
      throw broken;
    }
    let disposed = 0;
    const answer = jobs.run('a', breaking(), () => {
      disposed += 1;
    });
    const other = begin('b', 10, 1);
    await Promise.all([expect(answer).rejects.toBe(broken), loop.runAll(100)]);
    expect(disposed).toBe(1);
    expect(await other.answer).toBe(10);
  });

  it('for a newer one with its key, and not for others', async () => {
    const [first, other] = [begin('density', 50), begin('measure', 50)];
    loop.turn();
    const second = begin('density', 50);
    expect(first.seen).toMatchObject({ ended: true, disposed: 1 });
    await expect(first.answer).rejects.toMatchObject({
      name: 'AbortError',
      message: 'The survey "density" was superseded by a newer request',
    });
    const { units } = first.seen;
    await loop.runAll(1000);
    expect(first.seen.units).toBe(units);
    expect(await second.answer).toBe(50);
    expect(await other.answer).toBe(50);
    for (const { seen } of [first, second, other]) expect(seen.disposed).toBe(1);
  });

  it('and leaves its key to the next', async () => {
    for (let i = 0; i < 3; i++) {
      const { answer } = begin('density', 5);
      await loop.runAll(100);
      expect(await answer).toBe(5);
    }
  });

  it('with all others when they are cancelled, before it has begun or later', async () => {
    const begun = begin('a');
    loop.turn();
    const fresh = begin('b');
    jobs.cancel('The run has ended');
    for (const { answer, seen } of [begun, fresh]) {
      await expect(answer).rejects.toMatchObject({ name: 'AbortError', message: 'The run has ended' });
      expect(seen.disposed).toBe(1);
    }
    const { units } = begun.seen;
    await loop.runAll(1000);
    expect([begun.seen.units, fresh.seen.units]).toEqual([units, 0]);
  });

  it('alone when it is cancelled by its key; a key that nobody has ends none', async () => {
    const [one, other] = [begin('a', 20), begin('b', 20)];
    loop.turn();
    jobs.cancel('Nobody waits for it any more', 'c');
    expect([one.seen.ended, other.seen.ended]).toEqual([false, false]);
    jobs.cancel('Nobody waits for it any more', 'a');
    await expect(one.answer).rejects.toMatchObject({ name: 'AbortError', message: 'Nobody waits for it any more' });
    expect(one.seen.disposed).toBe(1);
    await loop.runAll(1000);
    expect(await other.answer).toBe(20);
  });

  it('for good when all is disposed of', async () => {
    const { answer, seen } = begin('a');
    loop.turn();
    jobs.dispose();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    const { units } = seen;
    await loop.runAll(1000);
    expect(seen.units).toBe(units);
  });
});
