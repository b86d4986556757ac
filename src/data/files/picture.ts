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

/** How names of pictures end: a hint of where to look, since what a file is its first bytes tell. */
const PICTURE_NAME = /\.(png|jpe?g|gif|webp|bmp)$/i;

export const isCalledPicture = (path: string): boolean => PICTURE_NAME.test(path);
