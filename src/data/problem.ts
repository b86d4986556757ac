/**
 * What is wrong with images that cannot be read, as values: `text` turns it into a sentence in the reader's language,
 * `DataError.message` is the English one for scripts.
 */
export interface DataProblem {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}
