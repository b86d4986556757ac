import { expect } from 'vitest';
import { DataError } from '../../src/data/dataset';
import { MAX_SIDE } from '../../src/data/files/limits';
import type { Reading } from '../../src/data/files/reading';
import { readOwn } from '../../src/data/files/readOwn';
import type { Random } from '../../src/math/random';
import { PROBLEMS } from '../data/files/problems';
import { fuzzFiles } from './fuzzFiles';
import { heldBytes } from './heldBytes';

/** Memory that a reading of a few kilobytes may take: gzip and deflate make a thousandfold of it. */
const MOST_MEMORY = 64 * 2 ** 20;

const READINGS: readonly Reading[] = [
  {},
  {},
  { sides: [4, 5] },
  { sides: [128, 128], channel: 1 },
  { channel: 'mean', stretched: true, inverted: true },
  { labelColumn: 3, hasHeader: true, stretched: false },
  { labelColumn: null, hasHeader: false },
];

/**
 * Reads one arbitrary choice of files: whatever they hold, the answer is images that are whole, or a DataError that names a
 * file and carries a known problem with its values.
 * @returns the format that was read, or the code of the problem
 */
export async function readsOrRefuses(random: Random): Promise<string> {
  const files = fuzzFiles(random);
  const reading = READINGS[random.below(READINGS.length)]!;
  // Without a collection, which takes longer than a reading: one that takes too much is found sooner or later.
  const before = heldBytes();
  try {
    const { dataset, found } = await readOwn(files, reading);
    const { n, width, height, images, labels } = dataset;
    // Not by `expect`, which takes longer than the reading.
    const whole =
      n >= 1 &&
      Math.max(width, height) <= MAX_SIDE &&
      images.length === n * width * height &&
      (labels === null || labels.length === n) &&
      images.every((value) => value >= 0 && value <= 1);
    if (!whole) expect.fail(`${n} images of ${width}×${height}: ${images.length} pixels, ${labels?.length} labels`);
    return found.format;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const { code, values } = error.problem;
    const known = Object.keys(PROBLEMS[code]).sort().join();
    if (Object.keys(values).sort().join() !== known) expect.fail(`${code} comes with ${Object.keys(values)}`);
    if (!/file-\d/.test(error.message)) expect.fail(`no file is named: ${error.message}`);
    return code;
  } finally {
    const taken = heldBytes() - before;
    if (taken > MOST_MEMORY) expect.fail(`took ${taken} bytes`);
  }
}
