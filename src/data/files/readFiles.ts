import { DataError } from '../dataset';
import type { Format } from '../problem';
import { countBytes, type Watch } from '../watch';
import { lookInto } from './archive';
import { type Chosen, chooseArrays, readArrayImages, readArrayLabels } from './arrays';
import { type ByteWatch, readSlice } from './bytes';
import type { Classes } from './classes';
import { decodePicture } from './decodePicture';
import { type IdxImages, readIdx } from './idx';
import { largestPixel, readPixels } from './idxBody';
import { readHeader } from './idxHeader';
import { holdsLabels, readLabelFile } from './labelFile';
import { lookForPictures } from './lookForPictures';
import { findNpy } from './npy';
import { type Opened, open, pathOf, unpackedFile } from './opened';
import { otherFormat } from './otherFormat';
import { isHidden, type PictureFile } from './picture';
import { isPicture } from './pictureSize';
import { readPictures } from './pictures';
import { type Known, type RawImages, rangeOf, toOwnImages } from './rawImages';
import type { Found, OwnImages, Reading } from './reading';
import { cutSheet } from './sheet';
import { readAll } from './supply';
import { readTable } from './table';
import { findTensorArrays } from './tensors';

/** Bytes from which on a reading tells of its progress. */
const PROGRESS_FROM = 2_000_000;

/** Formats that are read beside IDX and pictures. */
const READ = ['npy', 'npz', 'safetensors', 'csv', 'zip'] as const;

/** Images of a file that are no intensities yet, and what is known of them. */
interface Read {
  readonly raw: RawImages;
  readonly classes: Classes | null;
  readonly known?: Partial<Omit<Known, 'reading'>> & { readonly reading?: Partial<Known['reading']> };
}

/**
 * Reads files of the reader's; see readOwn.ts.
 * @throws DataError naming the file, the value that is wrong and what was expected
 * @throws the reason of `watch.signal` once it is aborted
 */
export function readFiles(files: readonly File[], reading: Reading, watch: Watch): Promise<OwnImages> {
  const shown = files.filter((file) => !isHidden(pathOf(file)));
  return readShown(shown, reading, watch, true);
}

/** @param unpacks whether archives are opened: those that are in an archive are not */
async function readShown(files: readonly File[], reading: Reading, watch: Watch, unpacks: boolean): Promise<OwnImages> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const onBytes = countBytes(total, total < PROGRESS_FROM ? undefined : watch.onProgress);
  const bytes: ByteWatch = { signal: watch.signal, onBytes };
  const opened: Opened[] = [];
  await lookForPictures(files, pathOf, async (file) => {
    watch.signal?.throwIfAborted();
    const one = await open(file);
    opened.push(one);
    return one.format;
  });
  const pictures = opened.filter(({ format }) => isPicture(format)).length;
  if (pictures > 1 || (pictures > 0 && files.length > 2)) {
    const name = folderName(files);
    return finish('folder', await readFolder(name, files.map(pictureOf(bytes)), reading, bytes), name, reading);
  }
  // Files of IDX alone have rules of their own, and there are sentences for what is no format that is known.
  const isFamily = opened.length > 2 || opened.every(({ format }) => format === 'idx');
  const roles = isFamily ? null : await assign(opened);
  if (roles === null) return readFamily(files, reading, watch);

  const { images, labels } = roles;
  const { file } = images;
  if (images.format === 'zip' || images.format === 'npz') {
    if (!unpacks) throw otherFormat(images.packed, images.format);
    const withIt = labels === null ? [] : [labels.file];
    // What is unpacked first has a progress of its own.
    if (images.packed.layers > 0) {
      return readShown([await unpackedFile(images, bytes), ...withIt], reading, watch, true);
    }
    const contents = await lookInto(file, bytes);
    if (contents.kind === 'files') return readShown([...contents.files, ...withIt], reading, watch, false);
    const read =
      contents.kind === 'arrays'
        ? await readArrays(chooseArrays(file.name, contents.arrays), reading, bytes)
        : await readFolder(file.name, contents.files, reading, bytes);
    return finish(images.format, await withLabels(read, labels, file, bytes), file.name, reading);
  }
  const read = await readImages(images, reading, bytes);
  return finish(images.format!, await withLabels(read, labels, file, bytes), file.name, reading);
}

/**
 * Which of one or two files has the images, and which the labels; null where they have neither, and are no formats that are
 * read beside IDX.
 * @throws DataError where they do not go together
 */
async function assign(opened: readonly Opened[]): Promise<{ images: Opened; labels: Opened | null } | null> {
  const [first, second] = opened as [Opened, Opened?];
  const known = opened.some(({ format }) => isPicture(format) || READ.some((read) => read === format));
  if (second === undefined) return known ? { images: first, labels: null } : null;
  const [one, other] = [await holdsLabels(first), await holdsLabels(second)];
  if (one !== other) return one ? { images: second, labels: first } : { images: first, labels: second };
  if (!known) return null;
  const files = `${first.file.name}, ${second.file.name}`;
  throw new DataError(
    { code: 'different-files', values: { files } },
    `${files}: both hold ${one ? 'labels' : 'images, or neither can be read'}, expected one of images and one of labels`,
  );
}

/** Images of a single file that is no archive. */
async function readImages({ file, packed, supply, format }: Opened, reading: Reading, watch: ByteWatch): Promise<Read> {
  switch (format) {
    case 'npy':
      return readArrays({ images: await findNpy(supply, ''), labels: null }, reading, watch);
    case 'safetensors':
      return readArrays(chooseArrays(file.name, await findTensorArrays(supply, watch)), reading, watch);
    case 'csv': {
      const { raw, classes, shapes, columns } = await readTable(supply, reading, watch);
      const { names, label: labelColumn, hasHeader } = columns;
      return { raw, classes, known: { shapes, columns: names, reading: { labelColumn, hasHeader } } };
    }
    case 'idx': {
      const header = await readHeader(file);
      return familyOf({ ...header, images: await readPixels(header, watch), largest: largestPixel(header.type) });
    }
    default: {
      if (!isPicture(format)) throw otherFormat(packed, format as Format);
      const sheet = await decodePicture(file.name, await readAll(supply, watch), format);
      const { raw, shapes, inverted } = cutSheet(file.name, sheet, reading.sides);
      return { raw, classes: null, known: { shapes, reading: { inverted } } };
    }
  }
}

async function readArrays({ images, labels }: Chosen, reading: Reading, watch: ByteWatch): Promise<Read> {
  // Labels first: they are small, and may be the ones that are broken.
  const classes = labels === null ? null : await readArrayLabels(labels, watch);
  const { raw, shapes, channels, channel } = await readArrayImages(images, reading, watch);
  return { raw, classes, known: { shapes, channels, reading: { channel } } };
}

async function readFolder(
  name: string,
  files: readonly PictureFile[],
  reading: Reading,
  { signal }: ByteWatch,
): Promise<Read> {
  const { raw, classes, titles, inverted, leftOut } = await readPictures(name, files, reading, signal);
  return { raw, classes, known: { titles, leftOut, reading: { inverted } } };
}

/** Files of the family of MNIST. */
async function readFamily(files: readonly File[], reading: Reading, watch: Watch): Promise<OwnImages> {
  const family = await readIdx(files, watch);
  const { name, labels } = family;
  return finish('idx', { ...familyOf(family), classes: labels === null ? null : { labels } }, name, reading);
}

/** Images of that family: their numbers have been made intensities as they were read. */
function familyOf({ n, width, height, images, largest }: Omit<IdxImages, 'name' | 'labels'>): Read {
  const range = rangeOf(images);
  const inFile = (value: number): number => (largest === 1 ? value : Math.round(value * largest));
  return {
    raw: { n, width, height, values: images, whole: false, range, full: 1 },
    classes: null,
    known: { range: [inFile(range[0]), inFile(range[1])] },
  };
}

/** With the classes of a file of their own, instead of those that were found beside the images. */
async function withLabels(read: Read, labels: Opened | null, images: File, watch: ByteWatch): Promise<Read> {
  return labels === null ? read : { ...read, classes: await readLabelFile(labels, read.raw.n, images.name, watch) };
}

function finish(
  format: Found['format'],
  { raw, classes, known = {} }: Read,
  name: string,
  reading: Reading,
): OwnImages {
  const { reading: found, ...rest } = known;
  return toOwnImages(
    raw,
    {
      name: name.replace(/(\.gz)+$/i, ''),
      labels: null,
      ...classes,
      format,
      shapes: [],
      channels: 1,
      columns: [],
      leftOut: { count: 0, names: [] },
      ...rest,
      reading: {
        sides: [raw.width, raw.height],
        channel: 0,
        labelColumn: null,
        hasHeader: false,
        ...found,
        inverted: reading.inverted ?? found?.inverted ?? false,
      },
    },
    reading.stretched,
  );
}

const pictureOf =
  ({ onBytes }: ByteWatch) =>
  (file: File): PictureFile => ({
    path: pathOf(file),
    size: file.size,
    async read() {
      const bytes = new Uint8Array(await readSlice(file, 0, file.size));
      onBytes?.(bytes.length);
      return bytes;
    },
  });

/** The folder that files are in; the name of the first where they are in none. */
const folderName = ([first]: readonly File[]): string => pathOf(first!).replace(/\/.*$/, '');
