import { count } from '../numbers';

/** A size in pixels: 28 × 28. */
export const sizeText = (width: number, height: number): string => `${count(width)} × ${count(height)}`;

/** Sides as a reader may write them, such as `28×28`, `28 x 28` or `28 28`; null for what is none. */
export function parseSize(text: string): readonly [width: number, height: number] | null {
  const [, width, height] = /^\s*(\d{1,5})\s*(?:[x×*,;]|\s)\s*(\d{1,5})\s*$/i.exec(text) ?? [];
  const sides = [Number(width), Number(height)] as const;
  return sides.every((side) => side > 0) ? sides : null;
}
