import { expect, test, vi } from 'vitest';
import { createBatchSizes } from '../../../src/model/webgl/batchSizes';

test('textures are deleted when steps have other sizes, whatever is evaluated between them', () => {
  const deleteFree = vi.fn();
  const sizes = createBatchSizes(deleteFree);
  const train = (images: number, samples: number): void => {
    deleteFree.mockClear();
    for (let t = 0; t < 100; t++) {
      sizes.step(images, samples);
      for (const evaluated of [512, 88, 400]) sizes.evaluation(evaluated, 1);
    }
  };
  train(64, 1);
  for (const [images, samples] of [
    [128, 1],
    [64, 2],
    [64, 1],
  ] as const) {
    train(images, samples);
    expect(deleteFree).toHaveBeenCalledTimes(1);
  }
  train(64, 1);
  expect(deleteFree).not.toHaveBeenCalled();
});

test('textures of ever other evaluations are deleted now and then', () => {
  const deleteFree = vi.fn();
  const sizes = createBatchSizes(deleteFree);
  for (let images = 1; images <= 160; images++) sizes.evaluation(images, 1);
  expect(deleteFree).toHaveBeenCalledTimes(9);
});
