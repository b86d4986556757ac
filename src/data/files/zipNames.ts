/** Names of files in a zip archive. Older programs wrote them in the encoding of the system, of which the archive says nothing. */

/**
 * The encodings that are tried, the likeliest first: what macOS and Linux write, what Windows writes in China, and one in which
 * any bytes are a text and different ones are different texts.
 */
const ENCODINGS = ['utf-8', 'gb18030', 'windows-1252'] as const;

/**
 * What decodes the names of one archive: the first encoding in which all of them are texts. It is one for all, so that a folder
 * is called the same in each of its files.
 */
export function nameDecoder(names: Iterable<Uint8Array>): TextDecoder {
  let decoders = ENCODINGS.map((encoding) => new TextDecoder(encoding, { fatal: true }));
  for (const name of names) decoders = decoders.filter((decoder) => decodes(decoder, name));
  return decoders[0]!;
}

function decodes(decoder: TextDecoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The path that a name stands for: some programs part folders by backslashes, some begin with the folder that is packed. */
export const pathOfName = (name: string): string => name.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
