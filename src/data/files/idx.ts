import { DataError, type Dataset } from '../dataset';
import { countBytes, type Watch } from '../watch';
import { largestPixel, readLabels, readPixels } from './idxBody';
import { type Header, readHeader } from './idxHeader';

/** Unpacked bytes from which on a reading tells of its progress. */
const PROGRESS_FROM = 10_000_000;

/** Of a crowd of files, this many are looked into to tell what they are. */
const LOOKED_INTO = 20;

export interface IdxImages extends Dataset {
  /** What an intensity of 1 is in the file: 255 of whole numbers, 1 of fractions. */
  readonly largest: number;
}

/**
 * Reads a data set from IDX files, the format of MNIST and its family (http://yann.lecun.com/exdb/mnist/): one file of
 * images, alone or with one file of labels, in any order, each plain or gzipped, also several times over. Files are
 * told apart by their first bytes, never by name. Bytes 0 … 255 become intensities 0 … 1; labels are taken as they are.
 *
 * Nothing a header promises is allocated before the bytes have been seen, except labels, which a bound on their number
 * keeps small: unpacking stops at the first byte over the promised size.
 *
 * @throws DataError naming the file, the value that is wrong and what was expected
 * @throws the reason of `watch.signal` once it is aborted
 */
export async function readIdx(files: readonly File[], watch: Watch = {}): Promise<IdxImages> {
  const names = files.map((file) => file.name).join(', ');
  const expected = 'expected one of images and at most one of labels';
  if (files.length === 0) throw new DataError({ code: 'no-file', values: {} }, `No file was given, ${expected}`);
  if (files.length > 2) {
    throw new DataError(
      { code: 'many-files', values: { count: files.length, ...(await sorted(files, watch.signal)) } },
      `${names}: ${files.length} files, ${expected}`,
    );
  }
  const headers: Header[] = [];
  for (const file of files) headers.push(await readHeader(file));
  const images = headers.find((header) => header.kind === 'images');
  const labels = headers.find((header) => header.kind === 'labels');
  if (!images) {
    throw new DataError(
      { code: 'only-labels', values: { files: names } },
      `${names}: only labels (magic 0x00000801), expected a file of images (magic 0x00000803) too`,
    );
  }
  if (headers.length === 2 && !labels) {
    throw new DataError(
      { code: 'only-images', values: { files: names } },
      `${names}: both hold images, expected one of images (0x00000803) and one of labels (0x00000801)`,
    );
  }
  const image = images.packed.file.name;
  if (labels && labels.n !== images.n) {
    const label = labels.packed.file.name;
    throw new DataError(
      { code: 'label-count', values: { file: label, count: labels.n, expected: images.n, images: image } },
      `${label}: ${labels.n} labels, expected ${images.n}, one for each image of ${image}`,
    );
  }
  const { signal } = watch;
  const unpacked = headers.reduce((sum, { end }) => sum + end, 0);
  const onBytes = countBytes(
    files.reduce((sum, { size }) => sum + size, 0),
    unpacked < PROGRESS_FROM ? undefined : watch.onProgress,
  );
  // Labels first: they are small, and may be the ones that are broken.
  const classes = labels ? await readLabels(labels, { signal, onBytes }) : null;
  return {
    name: image.replace(/(\.gz)+$/i, ''),
    n: images.n,
    width: images.width,
    height: images.height,
    largest: largestPixel(images.type),
    images: await readPixels(images, { signal, onBytes }),
    labels: classes,
  };
}

/** Names of files by what they hold. */
async function sorted(
  files: readonly File[],
  signal: AbortSignal | undefined,
): Promise<{ images: string; labels: string; others: string }> {
  const names = { images: [] as string[], labels: [] as string[], others: [] as string[] };
  for (const file of files.slice(0, LOOKED_INTO)) {
    signal?.throwIfAborted();
    const kind = await readHeader(file).then(
      (header) => header.kind,
      () => 'others' as const,
    );
    names[kind].push(file.name);
  }
  if (files.length > LOOKED_INTO) names.others.push('…');
  return { images: names.images.join(', '), labels: names.labels.join(', '), others: names.others.join(', ') };
}
