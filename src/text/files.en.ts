import type { FileValues, FileWords } from './files';

const number = (value: string | number | undefined): string =>
  typeof value === 'number' ? value.toLocaleString('en') : String(value);

const OPENS =
  'This page opens images in IDX files, NumPy arrays (.npy, .npz), tables (CSV), safetensors, a sheet of pictures, and folders or zip archives of pictures.';

const TO_NUMPY = 'Python writes what this page can read: numpy.savez("images.npz", images=x, labels=y).';

const format = ({ format: key }: FileValues) => FORMATS[String(key)] ?? { name: String(key), advice: '' };

const FORMATS: FileWords['formats'] = {
  png: { name: 'a PNG image', advice: '' },
  jpeg: { name: 'a JPEG photograph', advice: '' },
  gif: { name: 'a GIF image', advice: '' },
  webp: { name: 'a WebP image', advice: '' },
  bmp: { name: 'a BMP image', advice: '' },
  tiff: { name: 'a TIFF image', advice: '' },
  svg: { name: 'an SVG drawing', advice: '' },
  pdf: { name: 'a PDF document', advice: '' },
  npy: { name: 'a NumPy array (.npy)', advice: '' },
  npz: { name: 'a NumPy archive (.npz)', advice: '' },
  safetensors: { name: 'a file of safetensors', advice: '' },
  hdf5: { name: 'an HDF5 file', advice: `Read it with h5py (MATLAB’s newer files, too). ${TO_NUMPY}` },
  mat: {
    name: 'a MATLAB file',
    advice: `Read it with scipy.io.loadmat. ${TO_NUMPY} EMNIST, for one, also comes as IDX files: take those.`,
  },
  pickle: { name: 'a Python pickle', advice: `Load it in Python, and only if you trust where it is from. ${TO_NUMPY}` },
  parquet: {
    name: 'a Parquet table',
    advice: `Read it with pandas.read_parquet; where a column has pictures as files, open each with Pillow. ${TO_NUMPY}`,
  },
  csv: { name: 'a table in text (CSV)', advice: '' },
  json: { name: 'JSON', advice: '' },
  html: {
    name: 'a web page (HTML)',
    advice: 'Perhaps a server sent an error page under the name of the file: look into it, and download it again.',
  },
  xml: { name: 'XML', advice: 'Perhaps a server sent an error under the name of the file.' },
  text: { name: 'plain text', advice: '' },
  'lfs-pointer': {
    name: 'a pointer of Git LFS, which stands for a file',
    advice: 'Fetch the file itself: git lfs pull.',
  },
  zip: { name: 'a zip archive', advice: 'Unpack it, and open the files in it.' },
  tar: { name: 'a tar archive', advice: 'Unpack it, and open the folder.' },
  bzip2: { name: 'a file packed by bzip2', advice: 'Unpack it first.' },
  xz: { name: 'a file packed by xz', advice: 'Unpack it first.' },
  zstd: { name: 'a file packed by zstd', advice: 'Unpack it first.' },
  '7z': { name: 'a 7z archive', advice: 'Unpack it, and open the files in it.' },
  rar: { name: 'a RAR archive', advice: 'Unpack it, and open the files in it.' },
};

/** Sentences about files in English. */
export const files: FileWords = {
  formats: FORMATS,
  problems: {
    'no-file': () => `No file was picked. ${OPENS}`,
    'many-files': ({ count, images, labels, others }) => {
      const held = [
        images === '' ? '' : `with images: ${images}`,
        labels === '' ? '' : `with labels: ${labels}`,
        others === '' ? '' : `neither: ${others}`,
      ].filter((part) => part !== '');
      return `${number(count)} files were picked (${held.join('; ')}). Pick one file of images, and if you like its file of labels.`;
    },
    'only-labels': ({ files: names }) =>
      `There are labels alone in ${names}. Pick the file of images together with them.`,
    'only-images': ({ files: names }) =>
      `There are images in both of ${names}. Pick one file of images, and if you like its file of labels.`,
    'label-count': ({ file, count, expected, images }) =>
      `“${file}” has ${number(count)} labels, but “${images}” has ${number(expected)} images. Perhaps one is of the training part and the other of the test part.`,
    'label-range': ({ file, index, value, largest }) =>
      `“${file}” is no list of classes: for image ${number(index)}, counted from 0, it says ${number(value)}, where a class is a number from 0 to ${number(largest)}.`,
    unreadable: ({ file }) =>
      `The browser cannot read “${file}”. It may have been moved or changed since it was picked: pick it again.`,
    empty: ({ file }) => `“${file}” is empty. Perhaps its download did not finish.`,
    'other-format': (values) =>
      `“${values.file}” looks like ${format(values).name}. ${OPENS} ${format(values).advice}`.trim(),
    'other-format-in-gzip': (values) =>
      `“${values.file}”, once unpacked, looks like ${format(values).name}. ${OPENS} ${format(values).advice}`.trim(),
    'not-idx': ({ file, magic }) => `“${file}” is in no format that is known here; it begins with ${magic}. ${OPENS}`,
    'idx-kind': ({ file, magic }) =>
      `“${file}” is an IDX file, but holds neither images nor labels (its magic number is ${magic}; images have 0x00000803, labels 0x00000801).`,
    'header-short': ({ file, bytes, expected }) =>
      `“${file}” ends after ${number(bytes)} bytes, within its header of ${number(expected)}. Perhaps its download did not finish.`,
    'no-images': ({ file }) => `“${file}” says that it holds no images.`,
    'no-labels': ({ file }) => `“${file}” says that it holds no labels.`,
    channels: ({ file, shape }) =>
      `The images of “${file}” are ${shape}: only images of one channel, in grey, can be opened.`,
    'image-size': ({ file, width, height, smallest, largest }) =>
      `The images of “${file}” are ${number(width)} × ${number(height)} pixels; each side must be from ${number(smallest)} to ${number(largest)}.`,
    'too-large': ({ file, count, largest }) =>
      `“${file}” says that it holds ${number(count)} pixels or labels in all; at most ${number(largest)} fit into a page.`,
    'gzip-small': ({ file, claimed, bytes }) =>
      `“${file}” says that it holds ${number(claimed)} bytes, which cannot be in ${number(bytes)} bytes of gzip: it is damaged or made up.`,
    'gzip-damaged': ({ file }) =>
      `“${file}” cannot be unpacked: its gzip data is damaged or cut short. Download it again.`,
    'gzip-trailing': ({ file }) => `“${file}” has something after the end of its gzip data. Download it again.`,
    'gzip-deep': ({ file, layers }) => `“${file}” was gzipped more than ${number(layers)} times over. Unpack it first.`,
    'cut-short': ({ file, bytes, expected }) =>
      `“${file}” is cut short: ${number(bytes)} bytes of ${number(expected)}. Perhaps its download did not finish.`,
    'too-long': ({ file, expected }) =>
      `“${file}” goes on after the ${number(expected)} bytes that its header speaks of.`,
    'pixel-range': ({ file, value, largest }) =>
      `“${file}” has a pixel of ${value}; with its type of number they must be from 0 to ${number(largest)}.`,
    memory: ({ file, megabytes }) =>
      `“${file}” needs ${number(megabytes)} MB of memory, more than the browser gives to this page. Close other pages, or open fewer images.`,
    'file-size': ({ file, bytes, largest }) =>
      `“${file}” has ${number(bytes)} bytes, unpacked; at most ${number(largest)} are read.`,
    'different-files': ({ files: names }) =>
      `${names} do not go together: pick one file with images, and if you like one with a label for each of them.`,
    'npy-header': ({ file }) => `“${file}” begins like a NumPy array, but its header cannot be read: it is damaged.`,
    'number-type': ({ file, type }) =>
      `“${file}” holds values of the type “${type}”: whole numbers, floats and booleans can be read.`,
    'array-shape': ({ file, shape }) =>
      `“${file}” holds an array of ${shape}. Images are number × height × width, or number × pixels, or have an axis of channels besides.`,
    'no-array': ({ file, names }) =>
      `There is no array of images in “${file}” (it has: ${names}). Call it “images” or “x”, and the classes “labels” or “y”.`,
    'not-finite': ({ file, value }) => `“${file}” has a pixel of ${value}, which is no intensity.`,
    'row-shape': ({ file, count }) =>
      `Each row of “${file}” has ${number(count)} numbers, which are no image: there are no two sides within the bounds that have so many pixels.`,
    sides: ({ file, width, height, count }) =>
      `Images of ${number(width)} × ${number(height)} pixels are not the ${number(count)} numbers that each row of “${file}” has.`,
    tile: ({ file, width, height, sheet }) =>
      `“${file}” is a sheet of ${sheet} pixels, which cannot be cut into tiles of ${number(width)} × ${number(height)}.`,
    channel: ({ file, channel, count }) =>
      `The images of “${file}” have no channel ${number(channel)}: there are ${number(count)}, counted from 0.`,
    column: ({ file, column, count }) =>
      `“${file}” has no column ${number(column)}: there are ${number(count)}, counted from 0.`,
    'table-row': ({ file, line, count, expected }) =>
      `Line ${number(line)} of “${file}” has ${number(count)} columns, where the first has ${number(expected)}.`,
    'table-number': ({ file, line, column, value }) =>
      `“${file}” has “${value}” in line ${number(line)}, column ${number(column)}, where a number is needed.`,
    'class-count': ({ file, count, largest }) =>
      `“${file}” names ${number(count)} classes or more; there can be ${number(largest)}. Perhaps another column has the classes.`,
    'zip-damaged': ({ file }) =>
      `“${file}” cannot be unpacked: the archive is damaged or cut short. Download it again.`,
    'zip-method': ({ file, entry, method }) =>
      `“${entry}” in “${file}” is packed in a way that is not read here (${method}). Unpack the archive, and open the files in it.`,
    safetensors: ({ file }) => `“${file}” begins like safetensors, but cannot be read: it is damaged or cut short.`,
    picture: ({ file }) =>
      `The browser cannot decode the picture “${file}”: it is damaged, or of a kind that it does not know.`,
    'picture-size': ({ file, width, height, largest }) =>
      `The picture “${file}” is ${number(width)} × ${number(height)} pixels; at most ${number(largest)} pixels in all are decoded.`,
    'no-pictures': ({ file }) => `There is nothing in “${file}” that can be read as images.`,
    readers: () => 'The part of this page that reads files did not come: the network may be down.',
    fetch: ({ url, status }) => {
      if (status === 'network') {
        return `${url} could not be fetched: no answer came. The network may be down, or the server does not let other sites read it.`;
      }
      return status === 'policy'
        ? `${url} was not fetched: the content security policy of this site does not allow other sites. Download the file, and open it here.`
        : `${url} could not be fetched: the server answered ${status}.`;
    },
    'variant-none': ({ set, variant }) => `The data set “${set}” has no variants, and so none called “${variant}”.`,
    'variant-hand': ({ set, variant, largest }) =>
      `The data set “${set}” has no variant “${variant}”: each of its variants is the number of a hand, from 0 to ${number(largest)}.`,
    'variant-character': ({ set, variant, groups }) =>
      `The data set “${set}” has no variant “${variant}”: a variant is one letter or digit, or one of the groups ${groups}.`,
    'variant-factors': ({ set, variant, factors }) =>
      `The data set “${set}” has no variant “${variant}”: a variant is what varies, joined by dots, of ${factors}, each at most once.`,
    shipped: ({ file }) =>
      `The data set of this site is damaged (${file}). Reload the page; if that does not help, the site is at fault.`,
  },
};
