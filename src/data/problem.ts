/** What a file may turn out to hold that is not images for this page, told from its first bytes. */
export const FORMATS = [
  'png',
  'jpeg',
  'gif',
  'webp',
  'bmp',
  'tiff',
  'svg',
  'pdf',
  'npy',
  'npz',
  'safetensors',
  'hdf5',
  'mat',
  'pickle',
  'parquet',
  'csv',
  'json',
  'html',
  'xml',
  'text',
  'lfs-pointer',
  'zip',
  'tar',
  'bzip2',
  'xz',
  'zstd',
  '7z',
  'rar',
] as const;
export type Format = (typeof FORMATS)[number];

/**
 * Everything that can be wrong with images, and the values that a sentence about it needs. `file`, `files`, `labels`,
 * `images` and `others` are names of files, sizes are in bytes unless they say otherwise.
 */
export type DataProblems = {
  'no-file': Record<never, never>;
  /** More than two files; their names by what they hold, joined, '' for none. */
  'many-files': { count: number; images: string; labels: string; others: string };
  'only-labels': { files: string };
  'only-images': { files: string };
  'label-count': { file: string; count: number; expected: number; images: string };
  /** The label of image `index` (counted from 0) is no class number. */
  'label-range': { file: string; index: number; value: number; largest: number };
  /** The browser cannot get at the file: moved, changed, not permitted. */
  unreadable: { file: string };
  empty: { file: string };
  /** `format` is one of FORMATS. */
  'other-format': { file: string; format: Format };
  'other-format-in-gzip': { file: string; format: Format };
  /** No IDX, nor anything else that is known: `magic` are the first four bytes in hexadecimal. */
  'not-idx': { file: string; magic: string };
  /** IDX of numbers or axes that are neither images nor labels. */
  'idx-kind': { file: string; magic: string };
  'header-short': { file: string; bytes: number; expected: number };
  'no-images': { file: string };
  'no-labels': { file: string };
  /** Images with several channels, like 3×8×8. */
  channels: { file: string; shape: string };
  /** Sides in pixels, and the least and most of them. */
  'image-size': { file: string; width: number; height: number; smallest: number; largest: number };
  /** `count` pixels or labels in all, against the most that is read. */
  'too-large': { file: string; count: number; largest: number };
  /** What the header claims cannot come out of so little gzip. */
  'gzip-small': { file: string; claimed: number; bytes: number };
  'gzip-damaged': { file: string };
  'gzip-trailing': { file: string };
  'gzip-deep': { file: string; layers: number };
  'cut-short': { file: string; bytes: number; expected: number };
  'too-long': { file: string; expected: number };
  /** A pixel outside of what its type of number stands for. */
  'pixel-range': { file: string; value: string; largest: number };
  /** The browser has no room for the images. */
  memory: { file: string; megabytes: number };
  /** More bytes, unpacked, than are read of a file. */
  'file-size': { file: string; bytes: number; largest: number };
  /** Files of which one is to hold images and the other labels, and none, or both, do. */
  'different-files': { files: string };
  /** An array of NumPy's whose header cannot be read. */
  'npy-header': { file: string };
  /** Numbers of a type that is not read, such as complex ones or texts; `type` as the file names it. */
  'number-type': { file: string; type: string };
  /** An array whose axes cannot be those of images, like 8×8×8×8×8. */
  'array-shape': { file: string; shape: string };
  /** An archive without an array of images; the names of those that it has. */
  'no-array': { file: string; names: string };
  /** A number that is none, or infinite. */
  'not-finite': { file: string; value: string };
  /** Rows of `count` numbers that no image has whose sides are within the bounds. */
  'row-shape': { file: string; count: number };
  /** Sides that the reader has stated, and that rows of `count` numbers do not have. */
  sides: { file: string; width: number; height: number; count: number };
  /** Sides of a tile that the reader has stated, of which the sides of a sheet are no multiples. */
  tile: { file: string; width: number; height: number; sheet: string };
  /** A channel that the reader has chosen, counted from 0, of images that have `count`. */
  channel: { file: string; channel: number; count: number };
  /** The same of the column of a table. */
  column: { file: string; column: number; count: number };
  /** A line of a table, counted from 1, with another number of columns than the first. */
  'table-row': { file: string; line: number; count: number; expected: number };
  /** A pixel in a table that is no number; line and column are counted from 1. */
  'table-number': { file: string; line: number; column: number; value: string };
  /** More classes than there can be. */
  'class-count': { file: string; count: number; largest: number };
  /** An archive that cannot be unpacked, or a file in it. */
  'zip-damaged': { file: string };
  /** A file in an archive that is packed in a way that is not read; `method` as the format counts them, or 'encrypted'. */
  'zip-method': { file: string; entry: string; method: string };
  /** No safetensors, or a damaged file of them. */
  safetensors: { file: string };
  /** A picture that cannot be decoded. */
  picture: { file: string };
  /** A picture of more pixels than are decoded. */
  'picture-size': { file: string; width: number; height: number; largest: number };
  /** A folder or an archive without pictures that can be read. */
  'no-pictures': { file: string };
  /** The part of the page that reads files did not come. */
  readers: Record<never, never>;
  /** `status` is that of HTTP, or 'network' where no answer came, or 'policy' where the site forbids to ask. */
  fetch: { url: string; status: number | 'network' | 'policy' };
  /** A variant of a data set of the site's own that has none. */
  'variant-none': { set: string; variant: string };
  /** One that is not there of a set whose variants are numbers of hands, from 0 to the largest. */
  'variant-hand': { set: string; variant: string; largest: number };
  /** The same of a set whose variants are letters and digits, and groups of them by name. */
  'variant-character': { set: string; variant: string; groups: string };
  /** The same of a set whose variants are names of factors, joined by dots. */
  'variant-factors': { set: string; variant: string; factors: string };
  /** A data set of the site's own that is not as it was shipped. */
  shipped: { file: string };
};

export type DataProblemCode = keyof DataProblems;

/**
 * What is wrong with images that cannot be read, as values: `text` turns it into a sentence in the reader's language,
 * `DataError.message` is the English one for scripts.
 */
export type DataProblem = {
  [Code in DataProblemCode]: { readonly code: Code; readonly values: Readonly<DataProblems[Code]> };
}[DataProblemCode];
