import { createRandom, type Random } from '../../math/random';
import type { Dataset } from '../dataset';
import { inkDrawing } from './ink';
import { draw } from './pen';
import { requirePositive } from './positive';
import { SKELETONS, type Skeleton } from './skeletons';

export interface StrokesOptions {
  /** Number of images; 2,000 if not given. */
  readonly count?: number;
  /** Pixels a side; 16 if not given. */
  readonly size?: number;
  readonly seed: number;
}

/** Streams of the seed: the order of the classes, and the hand; far from those that training draws from. */
const ORDER = 101;
const HAND = 102;

/**
 * Digits as people write them, drawn by a pen model: a skeleton of the digit's class, deformed, slanted, turned and
 * inked by a random hand. Classes are balanced to within one image and in shuffled order. The same seed and count give
 * the same drawings at every size.
 *
 * @throws RangeError if count or size is not a positive integer
 */
export function generateStrokes({ count = 2000, size = 16, seed }: StrokesOptions): Dataset {
  requirePositive({ count, size });
  const order = Uint32Array.from({ length: count }, (_, i) => i % SKELETONS.length);
  createRandom(seed, ORDER).shuffle(order);
  const hand = createRandom(seed, HAND);
  const images = new Float32Array(count * size * size);
  for (let i = 0; i < count; i++) {
    const drawing = draw(chooseWay(SKELETONS[order[i]!]!, hand), hand);
    inkDrawing(drawing, images.subarray(i * size * size, (i + 1) * size * size), size);
  }
  return { name: 'strokes', n: count, width: size, height: size, images, labels: Uint8Array.from(order) };
}

function chooseWay(ways: readonly Skeleton[], random: Random): Skeleton {
  let left = random.uniform() * ways.reduce((sum, way) => sum + way.weight, 0);
  for (const way of ways) {
    left -= way.weight;
    if (left < 0) return way;
  }
  return ways[0]!;
}
