/** A file that may be a picture, in a folder or in an archive. */
export interface PictureFile {
  /** Its folders and its name. */
  readonly path: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** All of it. @throws DataError where it cannot be read */
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

/** What systems put beside the files of people. */
const HIDDEN = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;

export const isHidden = (path: string): boolean => HIDDEN.test(path);
