import { evenly } from '../takeEvenly';
import { isCalledPicture } from './picture';
import { isPicture } from './pictureSize';

/** Of a crowd of files, this many are looked into to tell what they are, and as many again where none is a picture. */
const LOOKED_INTO = 24;

/**
 * Looks into files until it is known whether there are pictures among them: into the first, and where none of these is one,
 * into further ones, of those that are called like pictures where there are such. Folders that come first, such as one of
 * annotations, may hold nothing else.
 * @param look tells the format of a file, by its first bytes
 */
export async function lookForPictures<T>(
  files: readonly T[],
  pathOf: (file: T) => string,
  look: (file: T) => Promise<string | null>,
): Promise<void> {
  let found = false;
  for (const file of files.slice(0, LOOKED_INTO)) found = isPicture(await look(file)) || found;
  if (found) return;
  const others = files.slice(LOOKED_INTO);
  const called = others.filter((file) => isCalledPicture(pathOf(file)));
  const further = called.length > 0 ? called : others;
  for (const place of evenly(further.length, LOOKED_INTO)) await look(further[place]!);
}
