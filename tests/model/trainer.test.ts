import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawKey } from '../../src/math/binarise';
import { Trainer } from '../../src/model/trainer';
import { expectClose } from '../support/close';
import { createFakeEngine, type FakeEngine } from '../support/fakeEngine';
import { plainHyper } from '../support/models';

interface Setup {
  n: number;
  batchSize: number;
  seed?: number;
  latent?: number;
  holdout?: number;
  engine?: FakeEngine;
}

function createTrainer({ n, batchSize, seed = 1, latent = 2, holdout = 0, engine = createFakeEngine() }: Setup) {
  return { engine, trainer: new Trainer(engine, { n }, latent, seed, { hyper: plainHyper, batchSize, holdout }) };
}

function train(trainer: Trainer, steps: number): void {
  for (let i = 0; i < steps; i++) trainer.train();
}

const batches = (engine: FakeEngine): number[][] => engine.calls.map(({ batch }) => batch);
const sizes = (engine: FakeEngine): number[] => batches(engine).map((batch) => batch.length);

describe('epochs', () => {
  it('visit distinct images, as many as fill whole batches', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 80 }),
        fc.nat(99),
        (n, batchSize, seed) => {
          const { trainer, engine } = createTrainer({ n, batchSize, seed });
          const perEpoch = Math.floor(n / Math.min(n, batchSize));
          train(trainer, 3 * perEpoch);
          expect(trainer.epoch).toBe(3);
          for (let epoch = 0; epoch < 3; epoch++) {
            const visited = batches(engine)
              .slice(epoch * perEpoch, (epoch + 1) * perEpoch)
              .flat();
            expect(new Set(visited).size).toBe(visited.length);
            expect(visited.length).toBe(perEpoch * Math.min(n, batchSize));
            for (const index of visited) expect(index >= 0 && index < n).toBe(true);
          }
        },
      ),
      { seed: 31, numRuns: 100 },
    );
  });

  it('take another order every time, and leave other images out', () => {
    const { trainer, engine } = createTrainer({ n: 10, batchSize: 4 });
    train(trainer, 60);
    const epochs = Array.from({ length: 30 }, (_, i) => [...batches(engine)[2 * i]!, ...batches(engine)[2 * i + 1]!]);
    expect(new Set(epochs.map(String)).size).toBe(30);
    expect(new Set(epochs.flat()).size).toBe(10);
  });

  it('count from 0 before the first step, 1 with it, and 2 with the first step of the next pass', () => {
    const { trainer } = createTrainer({ n: 8, batchSize: 4 });
    const epochs = [trainer.epoch];
    for (let i = 0; i < 5; i++) {
      trainer.train();
      epochs.push(trainer.epoch);
    }
    expect(epochs).toEqual([0, 1, 1, 2, 2, 3]);
    expect(trainer.step).toBe(5);
  });

  it('make batches of all the images when there are fewer than the batch size', () => {
    const { trainer, engine } = createTrainer({ n: 5, batchSize: 64 });
    train(trainer, 4);
    for (const batch of batches(engine)) expect(batch.toSorted()).toEqual([0, 1, 2, 3, 4]);
    for (const { noise } of engine.calls) expect(noise).toHaveLength(2 * 5);
    expect(trainer.epoch).toBe(4);
  });
});

describe('a run', () => {
  it('is the same for two engines', () => {
    const [a, b] = [createTrainer({ n: 23, batchSize: 5, seed: 9 }), createTrainer({ n: 23, batchSize: 5, seed: 9 })];
    train(a.trainer, 40);
    train(b.trainer, 40);
    expect(a.engine.calls).toEqual(b.engine.calls);
  });

  it('is another one for another seed, in batches and in noise', () => {
    const [a, b] = [createTrainer({ n: 23, batchSize: 5, seed: 9 }), createTrainer({ n: 23, batchSize: 5, seed: 10 })];
    train(a.trainer, 3);
    train(b.trainer, 3);
    expect(batches(a.engine)).not.toEqual(batches(b.engine));
    expect(a.engine.calls[0]!.noise).not.toEqual(b.engine.calls[0]!.noise);
  });

  it('has standard normal noise, d numbers an image', () => {
    const { trainer, engine } = createTrainer({ n: 100, batchSize: 50, latent: 3 });
    train(trainer, 100);
    for (const { noise } of engine.calls) expect(noise).toHaveLength(150);
    const all = engine.calls.flatMap(({ noise }) => noise);
    const moment = (power: number): number => all.reduce((sum, e) => sum + e ** power / all.length, 0);
    expectClose(moment(1), 0, { abs: 5 / Math.sqrt(all.length) }, 'mean');
    expectClose(moment(2), 1, { abs: 5 * Math.sqrt(2 / all.length) }, 'variance');
  });

  it('draws the same noise whatever the order of the images', () => {
    // Noise has a stream of its own: a data set of another size shifts batches, not noise.
    const [a, b] = [createTrainer({ n: 23, batchSize: 5 }), createTrainer({ n: 90, batchSize: 5 })];
    train(a.trainer, 20);
    train(b.trainer, 20);
    expect(a.engine.calls.map(({ noise }) => noise)).toEqual(b.engine.calls.map(({ noise }) => noise));
  });
});

describe('live settings', () => {
  it('take effect from the next step on', () => {
    const { trainer, engine } = createTrainer({ n: 12, batchSize: 4 });
    trainer.train();
    const changed = { ...plainHyper, beta: 4 };
    trainer.hyper = changed;
    trainer.train();
    expect(engine.calls.map(({ hyper }) => hyper)).toEqual([plainHyper, changed]);
  });

  it('let the batch size change within an epoch, whose images stay distinct', () => {
    const { trainer, engine } = createTrainer({ n: 20, batchSize: 4 });
    train(trainer, 2);
    trainer.batchSize = 7;
    train(trainer, 1);
    trainer.batchSize = 5;
    train(trainer, 1);
    expect(trainer.epoch).toBe(1);
    expect(sizes(engine)).toEqual([4, 4, 7, 5]);
    expect(
      batches(engine)
        .flat()
        .toSorted((a, b) => a - b),
    ).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(engine.calls.map(({ noise }) => noise.length)).toEqual([8, 8, 14, 10]);
  });

  it('begin a new epoch when the rest of this one does not fill a larger batch', () => {
    const { trainer, engine } = createTrainer({ n: 20, batchSize: 8 });
    train(trainer, 2);
    trainer.batchSize = 12;
    train(trainer, 1);
    expect(trainer.epoch).toBe(2);
    expect(new Set(batches(engine)[2]).size).toBe(12);
  });
});

describe('a change of pace that holds from a step on', () => {
  const change = { hyper: { ...plainHyper, learningRate: 0.02, samples: 3, beta: 4 }, batchSize: 7 };

  it('has runs that are told at different steps take the same steps', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 2, maxLength: 4 }), fc.nat(99), (told, seed) => {
        const from = Math.max(...told);
        const runs = told.map((step) => {
          const { trainer, engine } = createTrainer({ n: 40, batchSize: 5, seed });
          train(trainer, step);
          // β is each one's own, and holds at once.
          trainer.configure({ ...change.hyper, beta: plainHyper.beta }, change.batchSize, from);
          train(trainer, from + 10 - step);
          return engine.calls;
        });
        for (const calls of runs) expect(calls).toEqual(runs[0]);
        expect(runs[0]!.map(({ batch }) => batch.length)).toEqual([...Array(from).fill(5), ...Array(10).fill(7)]);
      }),
      { seed: 36, numRuns: 60 },
    );
  });

  it('leaves all other changes in force at once', () => {
    const { trainer, engine } = createTrainer({ n: 40, batchSize: 5 });
    trainer.configure(change.hyper, change.batchSize, 2);
    train(trainer, 3);
    const before = { ...plainHyper, beta: 4 };
    expect(engine.calls.map(({ hyper }) => hyper)).toEqual([before, before, change.hyper]);
    expect(sizes(engine)).toEqual([5, 5, 7]);
  });

  it('keeps its step when something else changes before it, and lets later ones follow', () => {
    const { trainer, engine } = createTrainer({ n: 40, batchSize: 5 });
    const { hyper } = trainer;
    trainer.configure(hyper, 7, 2);
    trainer.configure({ ...hyper, beta: 3 }, 7, 6);
    trainer.configure(hyper, 9, 4);
    train(trainer, 6);
    expect(sizes(engine)).toEqual([5, 5, 7, 7, 9, 9]);
  });

  it('is there at once where the step is over', () => {
    const { trainer, engine } = createTrainer({ n: 40, batchSize: 5 });
    train(trainer, 3);
    trainer.configure(change.hyper, 7);
    trainer.configure(change.hyper, 8, 1);
    train(trainer, 1);
    expect(sizes(engine)).toEqual([5, 5, 5, 8]);
    expect(engine.calls.at(-1)!.hyper).toEqual(change.hyper);
  });
});

describe('evaluate', () => {
  it('asks for every image once and weights the parts by their size', async () => {
    const n = 1200;
    const value = (index: number): number => Math.sin(index);
    const meanOf = (batch: number[]): number => batch.reduce((sum, index) => sum + value(index), 0) / batch.length;
    const engine = createFakeEngine((batch) => ({
      reconstruction: meanOf(batch),
      regulariser: 2 * meanOf(batch),
      total: 3 * meanOf(batch),
    }));
    const { trainer } = createTrainer({ n, batchSize: 64, engine });
    const terms = await trainer.evaluate('training');
    const everything = Array.from({ length: n }, (_, i) => i);
    expect(
      batches(engine)
        .flat()
        .toSorted((a, b) => a - b),
    ).toEqual(everything);
    expectClose(terms.reconstruction, meanOf(everything), { rel: 1e-9 }, 'R');
    expectClose(terms.regulariser, 2 * meanOf(everything), { rel: 1e-9 }, 'K');
    expectClose(terms.total, 3 * meanOf(everything), { rel: 1e-9 }, 'R + βK');
  });

  it('uses the same noise every time, and other noise than training', async () => {
    const { trainer, engine } = createTrainer({ n: 20, batchSize: 20 });
    await trainer.evaluate('training');
    trainer.train();
    await trainer.evaluate('training');
    const [first, training, second] = engine.calls;
    expect(second!.noise).toEqual(first!.noise);
    expect(training!.noise).not.toEqual(first!.noise);
  });

  it('leaves the run as it was', async () => {
    const [plain, measured] = [createTrainer({ n: 23, batchSize: 5 }), createTrainer({ n: 23, batchSize: 5 })];
    train(plain.trainer, 30);
    for (let i = 0; i < 30; i++) {
      await measured.trainer.evaluate('training');
      measured.trainer.train();
    }
    const trained = measured.engine.calls.filter(({ kind }) => kind === 'train');
    expect(trained).toEqual(plain.engine.calls);
    expect(measured.trainer.step).toBe(30);
    expect(measured.trainer.epoch).toBe(plain.trainer.epoch);
  });

  it('is of one moment: all parts are asked for before training can go on', async () => {
    const { trainer, engine } = createTrainer({ n: 1200, batchSize: 64 });
    const evaluated = trainer.evaluate('training');
    trainer.train();
    await evaluated;
    expect(engine.calls.map(({ kind }) => kind)).toEqual(['evaluate', 'evaluate', 'evaluate', 'train']);
  });
});

/** Indices of all images of some calls, ascending. */
const visited = (calls: FakeEngine['calls']): number[] =>
  [...new Set(calls.flatMap(({ batch }) => batch))].toSorted((a, b) => a - b);

describe('what is held out', () => {
  it('is never trained on, while an epoch is a pass over all others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 1, max: 80 }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.nat(99),
        (n, batchSize, holdout, seed) => {
          const { trainer, engine } = createTrainer({ n, batchSize, holdout, seed });
          const { training } = trainer.shares;
          const perEpoch = Math.floor(training.length / Math.min(training.length, batchSize));
          train(trainer, 40 * perEpoch);
          expect(trainer.epoch).toBe(40);
          const allowed = new Set(training);
          expect(visited(engine.calls).filter((index) => !allowed.has(index))).toEqual([]);
          if (training.length % batchSize === 0) expect(visited(engine.calls)).toEqual([...training]);
        },
      ),
      { seed: 17, numRuns: 60 },
    );
  });

  it('is nothing unless it is asked for: the run is that on all images', () => {
    const [none, zero] = [
      new Trainer(createFakeEngine(), { n: 23 }, 2, 9, { hyper: plainHyper, batchSize: 5 }),
      createTrainer({ n: 23, batchSize: 5, seed: 9, holdout: 0 }).trainer,
    ];
    train(none, 30);
    train(zero, 30);
    expect(zero.state()).toEqual(none.state());
    expect(zero.shares.heldOut).toHaveLength(0);
  });

  it('is evaluated apart, image by image, and once a moment', async () => {
    const value = (index: number): number => Math.cos(index);
    const meanOf = (images: Iterable<number>): number => {
      const values = [...images].map(value);
      return values.reduce((sum, each) => sum + each / values.length, 0);
    };
    const engine = createFakeEngine((batch) => ({ reconstruction: meanOf(batch), regulariser: 1, total: 0 }));
    const { trainer } = createTrainer({ n: 1500, batchSize: 64, holdout: 0.5, engine });
    for (const share of ['training', 'heldOut'] as const) {
      engine.calls.length = 0;
      const terms = await trainer.evaluate(share);
      expect(visited(engine.calls)).toEqual([...trainer.shares[share]]);
      expectClose(terms.reconstruction, meanOf(trainer.shares[share]), { rel: 1e-9 }, share);
      engine.calls.length = 0;
      expect(await trainer.evaluate(share)).toEqual(terms);
      expect(engine.calls).toEqual([]);
    }
    trainer.train();
    engine.calls.length = 0;
    await trainer.evaluate('heldOut');
    expect(visited(engine.calls)).toEqual([...trainer.shares.heldOut]);
  });
});

describe('steps that draw their images', () => {
  const start = { hyper: plainHyper, batchSize: 6, resampled: true };
  const drawing = (seed = 4, engine = createFakeEngine()) => ({
    engine,
    trainer: new Trainer(engine, { n: 20 }, 2, seed, start),
  });
  const keys = ({ calls }: FakeEngine): unknown[] => calls.map(({ hyper }) => hyper.draw);

  it('each have a draw of their own, of the seed and the step, on the batches of a run without', () => {
    const { trainer, engine } = drawing();
    const plain = createTrainer({ n: 20, batchSize: 6, seed: 4 });
    for (let step = 0; step < 9; step++) {
      expect(trainer.stepHyper).toEqual({ ...plainHyper, draw: drawKey(4, step) });
      trainer.train();
      plain.trainer.train();
    }
    expect(keys(engine)).toEqual(Array.from({ length: 9 }, (_, step) => drawKey(4, step)));
    expect(new Set(keys(engine)).size).toBe(9);
    expect(engine.calls.map(({ hyper, ...rest }) => rest)).toEqual(
      plain.engine.calls.map(({ hyper, ...rest }) => rest),
    );
    for (const { hyper } of plain.engine.calls) expect(hyper).not.toHaveProperty('draw');
  });

  it('draw what they would have drawn where a run goes on from elsewhere', () => {
    const { trainer, engine } = drawing();
    train(trainer, 12);
    const woken = drawing(4);
    const goingOn = new Trainer(woken.engine, { n: 20 }, 2, 4, { ...start, step: 7 });
    train(goingOn, 5);
    expect(keys(woken.engine)).toEqual(keys(engine).slice(7));
  });

  it('are measured without a draw of their own', async () => {
    const { trainer, engine } = drawing();
    train(trainer, 2);
    engine.calls.length = 0;
    await trainer.evaluate('training');
    expect(engine.calls.length).toBeGreaterThan(0);
    for (const { hyper } of engine.calls) expect(hyper).not.toHaveProperty('draw');
  });
});

describe('state', () => {
  it('is where another trainer goes on with the same batches and the same noise', () => {
    fc.assert(
      fc.property(
        fc.record({
          n: fc.integer({ min: 1, max: 30 }),
          batchSize: fc.integer({ min: 1, max: 12 }),
          latent: fc.integer({ min: 1, max: 3 }),
          seed: fc.nat(99),
          holdout: fc.constantFrom(0, 0.1, 0.5),
        }),
        fc.nat(25),
        fc.nat(25),
        fc.integer({ min: 1, max: 12 }),
        (setup, before, after, nextBatch) => {
          const stayed = createTrainer(setup);
          train(stayed.trainer, before);
          const state = structuredClone(stayed.trainer.state());
          const engine = createFakeEngine();
          const woken = new Trainer(engine, setup, setup.latent, setup.seed, {
            hyper: plainHyper,
            batchSize: nextBatch,
            from: state,
            holdout: setup.holdout,
          });
          stayed.trainer.batchSize = nextBatch;
          train(stayed.trainer, after);
          train(woken, after);
          expect(engine.calls).toEqual(stayed.engine.calls.slice(before));
          expect([woken.step, woken.epoch]).toEqual([stayed.trainer.step, stayed.trainer.epoch]);
          expect(woken.state()).toEqual(stayed.trainer.state());
        },
      ),
      { seed: 61, numRuns: 100 },
    );
  });

  it('is a picture of the moment: training on does not change it', () => {
    const { trainer } = createTrainer({ n: 20, batchSize: 6 });
    train(trainer, 2);
    const state = trainer.state();
    const copy = structuredClone(state);
    train(trainer, 9);
    expect(state).toEqual(copy);
  });

  it('of other images is refused', () => {
    const { trainer, engine } = createTrainer({ n: 20, batchSize: 6 });
    const start = { hyper: plainHyper, batchSize: 6, from: trainer.state() };
    expect(() => new Trainer(engine, { n: 21 }, 2, 1, start)).toThrow(RangeError);
  });

  it('of another choice of the same images is refused', () => {
    const { trainer, engine } = createTrainer({ n: 20, batchSize: 6, holdout: 0.1 });
    const start = { hyper: plainHyper, batchSize: 6, from: trainer.state() };
    expect(() => new Trainer(engine, { n: 20 }, 2, 1, { ...start, holdout: 0.1 })).not.toThrow();
    expect(() => new Trainer(engine, { n: 20 }, 2, 1, start)).toThrow('A run on 18 images cannot go on with these 20');
    expect(() => new Trainer(engine, { n: 20 }, 2, 2, { ...start, holdout: 0.1 })).toThrow(RangeError);
  });
});
