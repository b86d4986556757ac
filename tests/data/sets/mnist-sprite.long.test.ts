import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readSprite } from '../../../src/data/sets/sprite';
import { MNIST, readMnistPackage } from '../../support/sprites/mnist';
import { spriteJson, spritePng } from '../../support/sprites/sprite';

const published = (file: string) => new URL(`../../../public/data/${file}`, import.meta.url);

it('the shipped MNIST is what the build script makes of the package', () => {
  const images = readMnistPackage();
  if (process.env.WRITE === '1') {
    writeFileSync(published('mnist.png'), spritePng(images, MNIST));
    writeFileSync(published('mnist.json'), spriteJson(images, MNIST));
  }
  const png = readFileSync(published('mnist.png'));
  const json = readFileSync(published('mnist.json'));
  const read = readSprite('mnist', png, json);
  expect(read).toMatchObject({ name: 'mnist', n: 10_000, width: 28, height: 28 });
  expect(read.labels).toEqual(images.labels);
  const bytes = Uint8Array.from(read.images, (value) => Math.round(255 * value));
  // toEqual would take minutes over eight million numbers.
  expect(Buffer.compare(bytes, images.pixels)).toBe(0);
  expect(json.toString()).toBe(spriteJson(images, MNIST));
});
