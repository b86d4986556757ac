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
  /** `status` is that of HTTP, or 'network' where no answer came, or 'policy' where the site forbids to ask. */
  fetch: { url: string; status: number | 'network' | 'policy' };
  /** One that a data set of the site's own does not have; `expected` says in English what there is. */
  variant: { set: string; variant: string; expected: string };
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
