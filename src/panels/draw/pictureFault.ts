import { PictureError } from '../../state/picture';
import type { Language } from '../../text';
import { drawWords } from '../../text/draw';

/** Why a picture cannot be put on the pad: a sentence in the language of the page. */
export function pictureFault(error: Error, language: Language): string {
  const says = drawWords[language];
  return error instanceof PictureError ? says.faults[error.fault](error.file) : says.unknown(error.message);
}
