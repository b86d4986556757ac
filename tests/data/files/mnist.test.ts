import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readIdx } from '../../../src/data/files/idx';
import { resample } from '../../../src/data/resample';

/** Real files, where they are at hand: the first 8,000 training and 2,000 test digits of MNIST. */
const folder = new URL('../../../../shared/data/mnist/', import.meta.url);

async function files(part: 'train' | 'test'): Promise<File[]> {
  const names = [`mnist-${part}-labels-idx1-ubyte.gz`, `mnist-${part}-images-idx3-ubyte.gz`];
  return Promise.all(
    names.map(async (name) => new File([new Uint8Array(await readFile(new URL(name, folder)))], name)),
  );
}

describe.skipIf(!existsSync(folder))('real MNIST files', () => {
  it.each([
    ['train', 8000],
    ['test', 2000],
  ] as const)('%s: %i digits of all classes, brought to 16×16', async (part, n) => {
    const digits = await readIdx(await files(part));
    expect(digits).toMatchObject({ name: `mnist-${part}-images-idx3-ubyte`, n, width: 28, height: 28 });
    expect(digits.images).toHaveLength(n * 784);
    const counts = new Array<number>(10).fill(0);
    for (const label of digits.labels!) counts[label]!++;
    expect(counts.reduce((sum, count) => sum + count)).toBe(n);
    for (const count of counts) expect(count / n).toBeCloseTo(0.1, 1);

    const mean = digits.images.reduce((sum, value) => sum + value, 0) / digits.images.length;
    // 0.1307 is the well-known mean of all of MNIST.
    expect(mean).toBeCloseTo(0.1307, 2);
    const small = resample(digits, 16);
    const smallMean = small.images.reduce((sum, value) => sum + value, 0) / small.images.length;
    expect(Math.abs(smallMean - mean)).toBeLessThan(1e-6);
    expect(small.labels).toBe(digits.labels);
  });
});
