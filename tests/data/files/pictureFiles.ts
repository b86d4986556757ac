import { encode } from 'fast-png';

/** A picture in grey, 0 … 255, row-major. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export const picture = (width: number, height: number, pixel: (x: number, y: number) => number): Picture => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, k) => pixel(k % width, Math.floor(k / width))),
});

/** A square in the middle. */
export const square = (side: number, ink = 200, paper = 0): Picture =>
  picture(side, side, (x, y) => (Math.min(x, y) >= side / 4 && Math.max(x, y) < (3 * side) / 4 ? ink : paper));

export const pngBytes = ({ width, height, data }: Picture): Uint8Array<ArrayBuffer> =>
  new Uint8Array(encode({ width, height, channels: 1, depth: 8, data }));

/** A file at a path of a folder that was opened, or of no folder. */
export function fileAt(path: string, content: BlobPart): File {
  const file = new File([content], path.split('/').at(-1)!);
  return path.includes('/') ? Object.defineProperty(file, 'webkitRelativePath', { value: path }) : file;
}

/** A grey PNG at a path. */
export const png = (path: string, of: Picture): File => fileAt(path, pngBytes(of));
