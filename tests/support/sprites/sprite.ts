/** A shipped sprite of images of which no more is known than the class: its sheet, and its description. */
import type { SpriteDescription } from '../../../src/data/sets/description';
import { sheetOf, type Tiles } from './sheet';

/** Images, and the class of each. */
export interface ClassTiles extends Tiles {
  /** n classes, 0 … 9. */
  readonly labels: Uint8Array;
}

/** What a sprite says of where its images are from, and how many of them are in a row of its sheet. */
export interface Origin extends Pick<SpriteDescription, 'name' | 'source' | 'licence' | 'citation'> {
  readonly columns: number;
}

/** The bytes of its PNG. */
export const spritePng = (tiles: ClassTiles, { columns }: Origin): Uint8Array => sheetOf(tiles, columns);

/** The text of its JSON. */
export function spriteJson(
  { width, height, levels, labels }: ClassTiles,
  { columns: _, name, ...about }: Origin,
): string {
  const n = labels.length;
  const description: SpriteDescription = { name, n, width, height, levels, labels: labels.join(''), ...about };
  return `${JSON.stringify(description, null, 2)}\n`;
}
