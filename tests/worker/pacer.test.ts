import { describe, expect, it } from 'vitest';
import { createPacer, SLICE } from '../../src/worker/pacer';
import { loop, ports, TURN, useFakeLoop } from '../support/fakeLoop';

useFakeLoop();

/** A pacer whose steps take `cost` ms each. */
function createCounting(cost = 1) {
  const seen = { steps: 0, cost, errors: [] as unknown[] };
  const pacer = createPacer(
    () => {
      seen.steps += 1;
      loop.now += seen.cost;
    },
    (error) => seen.errors.push(error),
  );
  return { pacer, seen };
}

describe('playing', () => {
  it('does nothing until it is asked to, and nothing after it is asked to stop', () => {
    const { pacer, seen } = createCounting();
    loop.run(100);
    expect(seen.steps).toBe(0);
    pacer.playing = true;
    expect(seen.steps, 'the caller is answered first').toBe(0);
    loop.run(100);
    expect(seen.steps).toBeGreaterThan(90);
    pacer.playing = false;
    const { steps } = seen;
    loop.run(1000);
    expect(seen.steps).toBe(steps);
    expect(loop.tasks).toHaveLength(0);
    pacer.playing = true;
    loop.run(100);
    expect(seen.steps).toBeGreaterThan(steps + 90);
  });

  it.each([0.1, 1, 3, 5])('works in slices of SLICE ms, a step of %s ms over at most', (cost) => {
    const { pacer, seen } = createCounting(cost);
    pacer.playing = true;
    for (let i = 0; i < 50; i++) {
      const began = loop.now;
      loop.turn();
      const took = loop.now - TURN - began;
      expect(took).toBeGreaterThan(SLICE - 1e-6);
      expect(took).toBeLessThan(SLICE + cost);
    }
    expect(seen.steps).toBeGreaterThan(0);
  });

  it('lets others have their turn between two steps that are longer than a slice', () => {
    const { pacer, seen } = createCounting(40);
    pacer.playing = true;
    for (let i = 1; i <= 10; i++) {
      loop.turn();
      expect(seen.steps).toBe(i);
    }
  });

  it('has one slice under way however often it is stopped and started', () => {
    const { pacer } = createCounting();
    for (let i = 0; i < 20; i++) {
      pacer.playing = i % 2 === 0;
      pacer.playing = true;
      if (i % 3 === 0) loop.turn();
      expect(loop.tasks.length).toBeLessThanOrEqual(1);
    }
  });
});

describe('a limit', () => {
  it.each([1, 10, 100, 400, 1000])('of %i steps a second is kept', (limit) => {
    const { pacer, seen } = createCounting(0.5);
    pacer.limit = limit;
    pacer.playing = true;
    loop.run(5000);
    expect(Math.abs(seen.steps - 5 * limit)).toBeLessThanOrEqual(1 + 0.01 * 5 * limit);
  });

  it('leaves the thread alone for most of the time between steps', () => {
    const { pacer } = createCounting(0.5);
    pacer.limit = 10;
    pacer.playing = true;
    loop.run(10_000);
    expect(loop.busy).toBeLessThan(0.01 * 10_000);
  });

  it('wakes the thread once for all the steps that are due within a slice', () => {
    const { pacer } = createCounting(0.1);
    pacer.limit = 1000;
    pacer.playing = true;
    const end = loop.now + 1000;
    let turns = 0;
    while (loop.turn(end)) turns += 1;
    expect(turns).toBeLessThanOrEqual(1000 / SLICE + 2);
  });

  it('is not made up for later by a machine that could not keep it', () => {
    const { pacer, seen } = createCounting(50);
    pacer.limit = 100;
    pacer.playing = true;
    loop.run(2000);
    expect(seen.steps).toBeLessThanOrEqual(41);
    seen.cost = 0.1;
    const { steps } = seen;
    loop.run(1000);
    // Steps of four slices may be due at once.
    expect(seen.steps - steps).toBeLessThanOrEqual(100 + (4 * SLICE) / 10 + 2);
    expect(seen.steps - steps).toBeGreaterThanOrEqual(98);
  });

  it('can be changed and lifted while playing', () => {
    const { pacer, seen } = createCounting(1);
    pacer.limit = 10;
    pacer.playing = true;
    loop.run(1000);
    const slow = seen.steps;
    expect(slow).toBeLessThanOrEqual(11);
    pacer.limit = 0;
    loop.run(1000);
    // The wait that was under way may last up to a step of the old limit.
    expect(seen.steps - slow).toBeGreaterThan(850);
    const fast = seen.steps;
    pacer.limit = 20;
    loop.run(1000);
    expect(seen.steps - fast).toBeLessThanOrEqual(22);
    expect(seen.steps - fast).toBeGreaterThanOrEqual(18);
    expect(pacer.limit).toBe(20);
  });
});

describe('the rate', () => {
  it('is the steps a second of playing', () => {
    const { pacer } = createCounting(2);
    expect(pacer.rate).toBe(0);
    pacer.playing = true;
    loop.run(2000);
    expect(pacer.rate).toBeCloseTo(500, -1);
    pacer.limit = 50;
    loop.run(2000);
    expect(Math.abs(pacer.rate - 50)).toBeLessThan(5);
  });

  it('begins anew when playing does', () => {
    const { pacer } = createCounting(2);
    pacer.playing = true;
    loop.run(2000);
    pacer.playing = false;
    expect(pacer.rate).toBe(0);
    loop.run(5000);
    pacer.playing = true;
    loop.run(600);
    expect(pacer.rate).toBeCloseTo(500, -1);
  });
});

describe('a step that throws', () => {
  it('stops playing and is reported, once', () => {
    const broken = new Error('lost the context');
    const seen: { error: unknown; playing: boolean }[] = [];
    let steps = 0;
    const pacer = createPacer(
      () => {
        loop.now += 1;
        steps += 1;
        if (steps === 20) throw broken;
      },
      (error) => seen.push({ error, playing: pacer.playing }),
    );
    pacer.playing = true;
    loop.run(1000);
    expect(seen).toEqual([{ error: broken, playing: false }]);
    expect(steps).toBe(20);
    expect(pacer.playing).toBe(false);
    expect(loop.tasks).toHaveLength(0);
    pacer.playing = true;
    loop.run(100);
    expect(steps, 'and it can be started again').toBeGreaterThan(100);
  });
});

describe('a pacer that is disposed of', () => {
  it.each([0, 100])('takes no further step, and closes its channel (limit %i)', (limit) => {
    let steps = 0;
    const pacer = createPacer(
      () => {
        loop.now += 1;
        steps += 1;
      },
      (error) => expect.unreachable(String(error)),
    );
    pacer.limit = limit;
    pacer.playing = true;
    loop.run(200);
    const before = steps;
    const { closed } = ports;
    expect(before).toBeGreaterThan(0);
    pacer.dispose();
    expect(pacer.playing).toBe(false);
    pacer.playing = true;
    expect(pacer.playing).toBe(false);
    loop.run(1000);
    expect(steps).toBe(before);
    expect(ports.closed).toBe(closed + 1);
  });
});
