/** Trains the page on real MNIST digits where they are at hand: they are not part of this repository. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../support/close';
import { useBrowser } from './site';

const FOLDER = '../shared/data/mnist';
const FILES = ['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'].map((name) => join(FOLDER, `mnist-${name}`));

/** 8,000 images in batches of 64. */
const EPOCH = 125;

const browser = useBrowser();

describe.skipIf(!FILES.every((path) => existsSync(path)))('256-64-2 on 8,000 MNIST digits at 16 × 16', () => {
  const train = async (epochs: number, beta: number, noiseScale: number) => {
    const { page, close } = await browser.open({
      hash: `#v=1&px=16&ho=0&h=64&n=64&i=glorot&b=${beta}&s=${noiseScale}&play=0`,
    });
    await page.locator('input[type=file]').setInputFiles(FILES);
    await page.waitForFunction(() => window.lab.dataset?.n === 8000);
    const measures = await page.evaluate(async (steps) => {
      await window.lab.step(steps);
      return window.lab.measure();
    }, epochs * EPOCH);
    await close();
    return measures;
  };

  it('as a VAE comes to the negative ELBO of the reference in 10 epochs', async () => {
    const { elbo, epoch, spread } = await train(10, 1, 1);
    expect(epoch).toBe(10);
    expect(-elbo).toBeGreaterThan(60);
    expect(-elbo).toBeLessThan(63);
    expect(spread).toBeLessThan(1.3);
  }, 120_000);

  it('as a VAE comes to the measures of the reference in 50', async () => {
    const { kl, mutualInformation, aggregateKl, coverage1, coverage2, gridMass, activeAxes } = await train(50, 1, 1);
    expectClose(kl, 3.26, { abs: 0.1 }, 'mean KL');
    expectClose(mutualInformation, 3.13, { abs: 0.1 }, 'I(x; z)');
    expectClose(aggregateKl, 0.126, { abs: 0.03 }, 'KL(q̄ ‖ p)');
    expectClose(coverage1, 0.985, { abs: 0.01 }, 'coverage at 1σ');
    expectClose(coverage2, 0.995, { abs: 0.01 }, 'coverage at 2σ');
    expect(gridMass).toBeGreaterThan(0.999);
    expect(activeAxes).toBe(2);
  }, 120_000);

  it('with β = 8 keeps one axis active', async () => {
    const { activeAxes } = await train(50, 8, 1);
    expect(activeAxes).toBe(1);
  }, 120_000);

  it('as an autoencoder spreads its codes in 20', async () => {
    const { spread } = await train(20, 0, 0);
    expect(spread).toBeGreaterThan(4);
  }, 120_000);
});
