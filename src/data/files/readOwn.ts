import type { Watch } from '../watch';
import { readIdx } from './idx';
import type { OwnImages, Reading } from './reading';

/**
 * Reads images of the reader's own.
 *
 * @throws DataError naming the file, the value that is wrong and what was expected
 * @throws the reason of `watch.signal` once it is aborted
 */
export async function readOwn(files: readonly File[], _reading: Reading, watch: Watch = {}): Promise<OwnImages> {
  const dataset = await readIdx(files, watch);
  const reading = {
    sides: [dataset.width, dataset.height],
    channel: 'mean',
    labelColumn: null,
    hasHeader: false,
    inverted: false,
    stretched: false,
  } as const;
  const leftOut = { count: 0, names: [] };
  return { dataset, found: { format: 'idx', reading, shapes: [], channels: 1, columns: [], range: [0, 255], leftOut } };
}
