/** Files of the size of MNIST, 60,000 images of 28 × 28: memory, progress and cancelling. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readOwn } from '../../../src/data/files/readOwn';
import { createRandom } from '../../../src/math/random';
import { stacked } from '../../../src/math/rows';

const [N, SIDE] = [60_000, 28];
const PIXELS = N * SIDE * SIDE;
const FLOATS = 4 * PIXELS;

/** Noise where digits have ink. */
function pixels(): Uint8Array<ArrayBuffer> {
  const random = createRandom(1, 1);
  const noise = Uint8Array.from({ length: 9973 }, () => random.below(256));
  const bytes = new Uint8Array(PIXELS);
  for (let at = 0; at < PIXELS; at += SIDE * SIDE) {
    const from = (at * 31) % (noise.length - 200);
    bytes.set(noise.subarray(from, from + 200), at + 200);
  }
  bytes[0] = 255;
  return bytes;
}

const shown = pixels();

function npy(type: string, body: Uint8Array<ArrayBuffer>, fortran = false): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(
    `{'descr': '${type}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${N}, ${SIDE}, ${SIDE}), }\n`,
  );
  return stacked([Uint8Array.of(0x93, 78, 85, 77, 80, 89, 1, 0, header.length, 0), header, body], Uint8Array);
}

/** Row by row in pieces, so that no text of all is needed. */
function table(): File {
  const rows: Uint8Array<ArrayBuffer>[] = [];
  for (let i = 0; i < N; i++) {
    const row = shown.subarray(i * SIDE * SIDE, (i + 1) * SIDE * SIDE);
    rows.push(new TextEncoder().encode(`${i % 10},${row.join(',')}\n`));
  }
  return new File(rows, 'table');
}

const FILES: Readonly<Record<string, () => File>> = {
  'bytes of NumPy': () => new File([npy('|u1', shown)], 'npy'),
  'floats of NumPy of 64 bits': () => new File([npy('<f8', new Uint8Array(Float64Array.from(shown).buffer))], 'npy'),
  'bytes of NumPy in Fortran order': () => {
    const turned = new Uint8Array(PIXELS);
    for (let i = 0, at = 0; i < SIDE * SIDE; i++) {
      // After the images come the rows, and the columns last.
      const place = (i % SIDE) * SIDE + Math.floor(i / SIDE);
      for (let n = 0; n < N; n++) turned[at++] = shown[n * SIDE * SIDE + place]!;
    }
    return new File([npy('|u1', turned, true)], 'npy');
  },
  'a deflated archive': () => new File([new Uint8Array(zipSync({ 'x.npy': npy('|u1', shown) }, { level: 1 }))], 'npz'),
  'a table': table,
};

describe.each(Object.keys(FILES))('%s', (name) => {
  const file = FILES[name]!();

  it('is read with less than four times the memory of its images, telling of its progress', async () => {
    const before = process.memoryUsage();
    let peak = 0;
    let told = 0;
    const note = (): void => {
      peak = Math.max(peak, process.memoryUsage().arrayBuffers - before.arrayBuffers);
    };
    const { dataset } = await readOwn(
      [file],
      {},
      {
        onProgress: () => {
          told++;
          note();
        },
      },
    );
    note();
    expect([dataset.n, dataset.width, dataset.height]).toEqual([N, SIDE, SIDE]);
    for (const at of [0, 12_345_678, PIXELS - 400]) expect(dataset.images[at]).toBe(Math.fround(shown[at]! / 255));
    expect(told).toBeGreaterThan(20);
    expect(peak).toBeLessThan(4 * FLOATS);
  });

  it('is left in the middle when a task that waited meanwhile cancels it', async () => {
    const controller = new AbortController();
    let told = 0;
    const reading = readOwn(
      [file],
      {},
      {
        signal: controller.signal,
        onProgress: () => {
          told++;
          setTimeout(() => controller.abort());
        },
      },
    );
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toBeLessThan(60);
  });
});
