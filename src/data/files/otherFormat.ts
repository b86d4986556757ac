import { DataError } from '../dataset';
import type { Format } from '../problem';
import type { Packed } from './bytes';

/** A file of a format that cannot be read, or not where it is. */
export function otherFormat({ file: { name }, layers }: Packed, format: Format): DataError {
  return new DataError(
    { code: layers > 0 ? 'other-format-in-gzip' : 'other-format', values: { file: name, format } },
    `${name}: looks like ${format}${layers > 0 ? ' in gzip' : ''}, expected images, or labels of images, in IDX, npy, npz, safetensors, a table, pictures or a zip of pictures`,
  );
}
