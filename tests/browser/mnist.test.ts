/** Trains the page on real MNIST digits where they are at hand: they are not part of this repository. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './site';

const FOLDER = '../shared/data/mnist';
const FILES = ['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'].map((name) => join(FOLDER, `mnist-${name}`));

/** 8,000 images in batches of 64. */
const EPOCH = 125;

const browser = useBrowser();

describe.skipIf(!FILES.every((path) => existsSync(path)))('256-64-2 on 8,000 MNIST digits at 16 × 16', () => {
  const train = async (epochs: number, beta: number, noiseScale: number) => {
    const { page, close } = await browser.open({
      hash: `#v=1&px=16&h=64&n=64&i=glorot&b=${beta}&s=${noiseScale}&play=0`,
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

  it('as an autoencoder spreads its codes in 20', async () => {
    const { spread } = await train(20, 0, 0);
    expect(spread).toBeGreaterThan(4);
  }, 120_000);
});
