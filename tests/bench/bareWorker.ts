/** A worker that trains the simd engine and does nothing else. */
import { createSimdEngine } from '../../src/model/simd/engine';
import type { BareRequest } from './cores';
import { randomImages, training } from './training';

/** Images that are resident: about as many as the page's digits are. */
const N = 2048;

/** Ms of steps before those that count, in which the code is compiled. */
const BEFORE = 1000;

/** Takes steps for so many ms. @returns how many a second */
function trainFor(step: () => void, milliseconds: number): number {
  const start = performance.now();
  let steps = 0;
  let now = start;
  while (now - start < milliseconds) {
    step();
    steps += 1;
    now = performance.now();
  }
  return (1000 * steps) / (now - start);
}

self.onmessage = async ({ data: { shape, seconds } }: MessageEvent<BareRequest>) => {
  const { architecture } = shape;
  const { step } = training(await createSimdEngine(architecture), shape, randomImages(N, architecture.inputs));
  trainFor(step, BEFORE);
  self.postMessage(trainFor(step, 1000 * seconds));
};
