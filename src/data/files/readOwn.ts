import { importer } from '../../platform/importer';
import { DataError } from '../dataset';
import { reason } from '../reason';
import type { Watch } from '../watch';
import type { OwnImages, Reading } from './reading';

/** The readers and the libraries that they need come when there is a file to read. */
const readers = importer(() => import('./readFiles'));

/**
 * Reads a data set from files of the reader's, in whatever format, which their first bytes tell, never their names: a file
 * with images, alone or with one that has their classes, in any order; an archive; or any number of pictures.
 *
 * @param reading what the reader says of them; the rest is found, and told in `found`
 * @throws DataError naming the file, the value that is wrong and what was expected
 * @throws the reason of `watch.signal` once it is aborted
 */
export async function readOwn(files: readonly File[], reading: Reading, watch: Watch = {}): Promise<OwnImages> {
  const { readFiles } = await readers().catch((error: unknown) => {
    const message = `The script that reads files cannot be loaded: ${reason(error)}`;
    throw new DataError({ code: 'readers', values: {} }, message);
  });
  return readFiles(files, reading, watch);
}
