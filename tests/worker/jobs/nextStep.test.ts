import { afterEach, describe, expect, it } from 'vitest';
import { drawKey, drawRows } from '../../../src/math/binarise';
import { createSimdEngine } from '../../../src/model/simd/engine';
import { Trainer } from '../../../src/model/trainer';
import { nextStep } from '../../../src/worker/jobs/nextStep';
import type { Session } from '../../../src/worker/session';
import { useBrowserPorts } from '../../support/channel';
import { expectAllClose, expectClose } from '../../support/close';
import { readKernel } from '../../support/kernel';
import { createProblem, plainHyper } from '../../support/models';
import { createMoment, strokes } from '../../support/moments';
import { createSession, noView, plainLive, plainRun } from '../../support/sessions';
import { finish } from '../../support/work';

useBrowserPorts();

const started: Session[] = [];
afterEach(() => {
  for (const session of started.splice(0)) session.dispose();
});

const architecture = { inputs: 25, hidden: [6], latent: 2, activation: 'tanh' } as const;

describe('the next step', () => {
  it('is the one that is taken then, with the same images and the same noise', async () => {
    const taken: { batch: number[]; noise: number[] }[] = [];
    const { session } = createSession((engine) => ({
      ...engine,
      train(batch, noise, hyper) {
        taken.push({ batch: [...batch], noise: [...noise] });
        engine.train(batch, noise, hyper);
      },
    }));
    started.push(session);
    await session.start(plainRun, { ...plainLive, hyper: { ...plainHyper, samples: 2 } });
    // Four steps an epoch: the batches before and after a shuffle are among them.
    for (let step = 0; step < 6; step++) {
      const asked = session.survey('next', { kind: 'nextStep', count: 3, selected: null });
      // Asked for before the steps, answered after them.
      await session.step(2, noView);
      const { batch, noise, ...answer } = await asked;
      expect(answer.step).toBe(2 * step);
      expect([...batch]).toEqual(taken[2 * step]!.batch);
      expect([...noise]).toEqual(taken[2 * step]!.noise);
    }
  });

  it('is taken with the pace that is planned for it', async () => {
    const { session } = createSession();
    started.push(session);
    await session.start(plainRun, plainLive);
    const hyper = { ...plainHyper, samples: 3, learningRate: 0.25 };
    session.configure({ ...plainLive, hyper, batchSize: 6 }, 4);
    const asked = () => session.survey('next', { kind: 'nextStep', count: 6, selected: null });
    await session.step(3, noView);
    expect((await asked()).hyper).toEqual(plainHyper);
    await session.step(1, noView);
    const answer = await asked();
    expect(answer.hyper).toEqual(hyper);
    expect(answer.batch).toHaveLength(6);
    expect(answer.noise).toHaveLength(3 * 6 * 2);
    const mean = answer.images.reduce((sum, { reconstruction }) => sum + reconstruction / 6, 0);
    expectClose(mean, answer.losses.reconstruction, { rel: 1e-5 }, 'R');
  });

  it('gives the same parameters on the simd engine, to the bit, when it is taken from what is told of it', async () => {
    const kernel = await WebAssembly.compile(await readKernel());
    const problem = createProblem(architecture, 30);
    const make = async () => {
      const engine = await createSimdEngine(architecture, kernel);
      engine.setData(problem.images, 30);
      engine.load(problem.parameters);
      return engine;
    };
    const [run, copy] = [await make(), await make()];
    const trainer = new Trainer(run, { n: 30 }, 2, 3, { hyper: plainHyper, batchSize: 8 });
    for (let step = 0; step < 9; step++) {
      const { images, noise } = trainer.upcoming();
      copy.train(images, noise, trainer.hyper);
      trainer.train();
    }
    expect((await run.save()).values).toEqual((await copy.save()).values);
  });

  it('has its loss, the posteriors of its batch, and images with what they cost', async () => {
    const { moment, engine, trainer } = createMoment(architecture, { wantsNext: true });
    const { images: batch, noise } = trainer.upcoming();
    const answer = await finish(nextStep(moment, { count: 10, selected: null }));
    expect(answer.losses).toEqual(await engine.evaluate(batch, noise, plainHyper));
    expect(answer.images.map(({ place }) => place).toSorted((a, b) => a - b)).toEqual([...batch.keys()]);
    let [reconstruction, regulariser] = [0, 0];
    for (const image of answer.images) {
      expect(image.index).toBe(batch[image.place]);
      expectAllClose(image.noise, noise.subarray(2 * image.place, 2 * image.place + 2), { abs: 0 }, 'ε');
      const mu = answer.posteriors.mu.subarray(2 * image.place, 2 * image.place + 2);
      expectAllClose(image.posterior.mu, mu, { abs: 1e-5 }, 'μ');
      reconstruction += image.reconstruction / batch.length;
      regulariser += image.regulariser / batch.length;
    }
    // Those of all images together are those of the batch.
    expectClose(reconstruction, answer.losses.reconstruction, { rel: 1e-5 }, 'R');
    expectClose(regulariser, answer.losses.regulariser, { rel: 1e-5 }, 'K');
  });

  it('of a run that draws its images is of the draw that is taken then', async () => {
    const { moment, engine, trainer } = createMoment(architecture, { wantsNext: true, resampled: true });
    const { images: batch } = trainer.upcoming();
    const answer = await finish(nextStep(moment, { count: 10, selected: null }));
    trainer.train();
    const { reconstruction, regulariser } = (await engine.losses())!;
    let [R, K] = [0, 0];
    for (const image of answer.images) {
      const drawn = drawRows(strokes.images, 25, Uint32Array.of(image.index), drawKey(1, 7));
      expect([...image.pixels]).toEqual([...drawn]);
      R += image.reconstruction / batch.length;
      K += image.regulariser / batch.length;
    }
    expectClose(R, reconstruction, { rel: 1e-5 }, 'R');
    expectClose(K, regulariser, { rel: 1e-5 }, 'K');
    expect(answer.losses).toMatchObject({ reconstruction, regulariser });
  });

  it('has the selected image among those that are taken apart, first, if it is in the batch', async () => {
    const { moment, trainer } = createMoment(architecture, { wantsNext: true });
    const { images: batch } = trainer.upcoming();
    const other = [...Array(strokes.n).keys()].find((index) => !batch.includes(index))!;
    const at = (selected: number | null) => finish(nextStep(moment, { count: 3, selected }));
    const shown = async (selected: number | null): Promise<number[]> =>
      (await at(selected)).images.map(({ index }) => index);
    expect((await shown(batch[7]!))[0]).toBe(batch[7]);
    expect(await shown(other)).toEqual(await shown(null));
    expect(await shown(null)).toHaveLength(3);
  });

  it('is refused where there is none, and for no images', async () => {
    const { moment } = createMoment(architecture);
    await expect(finish(nextStep(moment, { count: 3, selected: null }))).rejects.toThrow('there is no next step');
    const { moment: trained } = createMoment(architecture, { wantsNext: true });
    await expect(finish(nextStep(trained, { count: 0, selected: null }))).rejects.toThrow(
      new RangeError('count is 0; it must be a whole number from 1'),
    );
  });
});
