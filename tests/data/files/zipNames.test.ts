/** Names in zip archives as systems write them, which say no encoding, part folders in their own way, or begin anywhere. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readsOwn } from '../../support/ownFiles';
import { pngBytes, square } from './pictureFiles';

type Bytes = Uint8Array<ArrayBuffer>;

/** One byte a character. */
const raw = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** A character for each name, which stands for its bytes until the archive is made. */
const placeholder = (i: number, length: number): string => String.fromCharCode(0x41 + i).repeat(length);

/**
 * An archive with a picture under each of the names. Names in bytes are written as they are, and the archive says nothing of
 * their encoding; of names in text it says that they are in UTF-8, if they are not ASCII.
 */
function archive(...names: readonly (Bytes | string)[]): File {
  const held = Object.fromEntries(
    names.map((name, i) => [
      typeof name === 'string' ? name : placeholder(i, name.length),
      pngBytes(square(8, 100 + i)),
    ]),
  );
  const bytes = Buffer.from(zipSync(held, { level: 0 }));
  names.forEach((name, i) => {
    if (typeof name === 'string') return;
    const mark = Buffer.from(placeholder(i, name.length));
    // In the header of the file, and in the directory.
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) bytes.set(name, at);
  });
  return new File([new Uint8Array(bytes)], 'a.zip');
}

/** The class of each picture by its title. */
async function foldersOf(file: File): Promise<Record<string, string>> {
  const { titles, labels, classNames } = (await readsOwn(file)).dataset;
  return Object.fromEntries(titles!.map((title, i) => [title, classNames![labels![i]!]!]));
}

describe('names of which the archive says no encoding', () => {
  it('are UTF-8, as macOS writes them', async () => {
    expect(await foldersOf(archive(utf8('猫/1.png'), utf8('é/2.png')))).toEqual({ '1': '猫', '2': 'é' });
  });

  it('are those of Windows in China, all or none', async () => {
    // 猫/é.png and 狗/2.png: the first of them would be a text in UTF-8, too.
    expect(await foldersOf(archive(raw('\xc3\xa8/1.png'), raw('\xb9\xb7/2.png')))).toEqual({ '1': '猫', '2': '狗' });
  });

  it('are kept apart where they are neither', async () => {
    // caf\x82 and th\x82 are café and thé in code page 437; \x82 cannot stand before a slash in the other two encodings.
    const folders = await foldersOf(archive(raw('caf\x82/1.png'), raw('th\x82/2.png'), raw('th\x83/3.png')));
    expect(Object.values(folders).map((name) => name.slice(0, -1))).toEqual(['caf', 'th', 'th']);
    expect(new Set(Object.values(folders)).size).toBe(3);
  });

  it('say nothing of those that are said to be in UTF-8', async () => {
    expect(await foldersOf(archive('鸟/1.png', raw('\xb9\xb7/2.png')))).toEqual({ '1': '鸟', '2': '狗' });
  });
});

describe('paths', () => {
  it('of Windows are parted by backslashes, also where these follow a byte of a character', async () => {
    // The folder 猏, whose second byte is a backslash in the encoding of Windows in China: \xa0\x5c.
    const files = archive(raw('digits\\cat\\1.png'), raw('digits\\dog\\2.png'), raw('digits\\\xa0\\\\3.png'));
    const folders = await foldersOf(files);
    expect(folders).toMatchObject({ '1': 'cat', '2': 'dog' });
    expect(folders[3]).toHaveLength(1);
  });

  it('may begin with the folder that was packed', async () => {
    const { dataset, found } = await readsOwn(archive('./cat/1.png', './dog/2.png', '././owl/3.png', './._4.png'));
    expect(dataset).toMatchObject({ n: 3, titles: ['1', '2', '3'], classNames: ['cat', 'dog', 'owl'] });
    // What systems put there stays hidden.
    expect(found.leftOut.count).toBe(0);
  });
});
