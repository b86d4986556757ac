import type { Watch } from '../watch';
import { readFiles } from './readFiles';
import type { OwnImages, Reading } from './reading';

/**
 * Reads a data set from files of the reader's, in whatever format, which their first bytes tell, never their names: a file
 * with images, alone or with one that has their classes, in any order; an archive; or any number of pictures.
 *
 * The readers are part of the worker's script: a script that they came in later would have to import the worker's entry.
 *
 * @param reading what the reader says of them; the rest is found, and told in `found`
 * @throws DataError naming the file, the value that is wrong and what was expected
 * @throws the reason of `watch.signal` once it is aborted
 */
export const readOwn = (files: readonly File[], reading: Reading, watch: Watch = {}): Promise<OwnImages> =>
  readFiles(files, reading, watch);
