/** Trains the page on real MNIST digits where they are at hand: they are not part of this repository. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../support/close';
import { trainOn } from './ownImages';
import { useBrowser } from './site';

const FOLDER = '../shared/data/mnist';
const FILES = ['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'].map((name) => join(FOLDER, `mnist-${name}`));

/** 8,000 images in batches of 64. */
const EPOCH = 125;

const browser = useBrowser();

describe.skipIf(!FILES.every((path) => existsSync(path)))('256-64-2 on 8,000 MNIST digits at 16 × 16', () => {
  /** What is measured of a model after each of some numbers of epochs. */
  const train = async (epochs: readonly number[], beta: number, noiseScale: number) => {
    const { page, close } = await browser.open({
      hash: `#v=1&ho=0&h=64&n=64&i=glorot&b=${beta}&s=${noiseScale}&play=0`,
    });
    await trainOn(page, FILES);
    await page.waitForFunction(() => window.lab.dataset?.n === 8000);
    // Files come in the size that they have, whatever was chosen of the site's own sets.
    await page.evaluate(() => window.lab.set({ size: 16 }));
    await page.waitForFunction(() => window.lab.dataset?.width === 16 && window.lab.frame?.step === 0);
    const measured = await page.evaluate(
      async (goals) => {
        const all = [];
        for (const goal of goals) {
          await window.lab.step(goal - window.lab.frame!.step);
          all.push(await window.lab.measure());
        }
        return all;
      },
      epochs.map((count) => count * EPOCH),
    );
    await close();
    return measured;
  };

  it('as a VAE comes to the negative ELBO of the reference in 10 epochs, and to its measures in 50', async () => {
    const [early, late] = await train([10, 50], 1, 1);
    const { elbo, epoch, spread } = early!;
    expect(epoch).toBe(10);
    expect(-elbo).toBeGreaterThan(60);
    expect(-elbo).toBeLessThan(63);
    expect(spread).toBeLessThan(1.3);

    const { kl, mutualInformation, aggregateKl, coverage1, coverage2, gridMass, activeAxes } = late!;
    expectClose(kl, 3.26, { abs: 0.1 }, 'mean KL');
    expectClose(mutualInformation, 3.13, { abs: 0.1 }, 'I(x; z)');
    expectClose(aggregateKl, 0.126, { abs: 0.03 }, 'KL(q̄ ‖ p)');
    expectClose(coverage1, 0.985, { abs: 0.01 }, 'coverage at 1σ');
    expectClose(coverage2, 0.995, { abs: 0.01 }, 'coverage at 2σ');
    expect(gridMass).toBeGreaterThan(0.999);
    expect(activeAxes).toBe(2);
  }, 120_000);

  it('with β = 8 keeps one axis active', async () => {
    const [measures] = await train([50], 8, 1);
    expect(measures!.activeAxes).toBe(1);
  }, 120_000);

  it('as an autoencoder spreads its codes in 20', async () => {
    const [measures] = await train([20], 0, 0);
    expect(measures!.spread).toBeGreaterThan(4);
  }, 120_000);
});
