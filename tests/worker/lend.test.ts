import { describe, expect, it } from 'vitest';
import { binarised } from '../../src/data/binarised';
import { generateStrokes } from '../../src/data/sets/strokes';
import { lend } from '../../src/worker/lend';
import type { Images, Lent } from '../../src/worker/protocol';
import { receive } from '../../src/worker/receive';

const strokes = (): Images => {
  const { n, width, height, images, labels } = generateStrokes({ seed: 2, count: 7, size: 5 });
  return { n, width, height, images, labels };
};
const ALL = 7 * 25;

/** As between threads. */
const cross = ({ lent, handedOver }: ReturnType<typeof lend>): Lent =>
  structuredClone(lent, { transfer: [...handedOver] });

/** Resolves when a message has gone through another channel and back, and so has what was sent before it. */
async function roundTrip(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = () => port2.postMessage(null);
  await new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
    port1.postMessage(null);
  });
  port1.close();
}

describe('images that are lent', () => {
  it.each([
    [1, 'number by number'],
    [32, 'in pieces of which the last is shorter'],
    [25, 'in pieces of which the last is whole'],
    [ALL, 'at once'],
    [2 * ALL, 'at once, with room left'],
  ])('%s numbers at a time arrive whole, %s, and stay where they were', async (size) => {
    const images = strokes();
    expect(await receive(cross(lend(images, size)))).toEqual(strokes());
    expect(images).toEqual(strokes());
  });

  it('come a piece at a time, and only when it is asked for', async () => {
    const lending = lend(strokes(), 50);
    const { first, rest } = cross(lending);
    expect(first).toHaveLength(50);
    const told: unknown[] = [];
    const next = (): Promise<void> =>
      new Promise((resolve) => {
        rest!.onmessage = ({ data }) => resolve(void told.push(data));
        rest!.postMessage(null);
      });
    for (const seen of [1, 2, 3]) {
      await next();
      // What is sent without having been asked for is there by the time that a message has gone to and fro elsewhere.
      await roundTrip();
      expect(told).toHaveLength(seen);
    }
    expect(told).toEqual([50, 100, 150].map((at) => strokes().images.slice(at, at + 50)));
    rest!.close();
  });

  it('that steps draw of cross once, and are drawn here as they are on the page', async () => {
    const drawn = binarised({ name: 'strokes', ...strokes(), labels: null }, 'resampled');
    const { images, intensities } = drawn;
    const lending = lend({ n: 7, width: 5, height: 5, images, intensities: intensities! }, ALL);
    expect(lending.handedOver).toHaveLength(1);
    expect(await receive(cross(lending))).toEqual({ n: 7, width: 5, height: 5, images, intensities });
  });

  it('that cannot be copied are told of in words', async () => {
    const images = strokes();
    const { slice } = images.images;
    images.images.slice = (from, to) => {
      if (from! > 100) throw new RangeError('Array buffer allocation failed');
      return slice.call(images.images, from, to);
    };
    await expect(receive(cross(lend(images, 75)))).rejects.toThrow(
      new Error(
        'The page cannot copy its images: 25 of 175 numbers are left (RangeError: Array buffer allocation failed)',
      ),
    );
  });
});
