import { DataError } from '../dataset';
import { checkCount, checkSides } from './limits';
import type { Reading } from './reading';
import { shapesOf } from './sides';
import { countOf, type StoredArray } from './storedArray';

/** One axis of an array as it lies in a file. */
export interface Axis {
  readonly size: number;
  /** How far the next number along it is in images that lie one after the other, row by row; 0 for channels. */
  readonly step: number;
}

/** How the axes of an array stand for images. */
export interface Layout {
  readonly n: number;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  /** From that along which numbers lie farthest apart to that along which they lie beside each other. */
  readonly axes: readonly Axis[];
  /** Which of them are the channels, −1 for none. */
  readonly channelAxis: number;
  /** Shapes that its rows can have; empty where it has a shape itself. */
  readonly shapes: readonly (readonly [width: number, height: number])[];
}

type Role = 'image' | 'row' | 'column' | 'pixel' | 'channel';

/**
 * Images are N×H×W, N×C×H×W or N×H×W×C; or N×D, where D numbers are an image of the sides that the reader states or that
 * is likeliest.
 * @throws DataError for other shapes, and images that are too small, too large or too many
 */
export function layoutOf({ file, shape, fortran }: StoredArray, reading: Reading): Layout {
  const roles = rolesOf(file, shape);
  const size = (role: Role): number => shape[roles.indexOf(role)] ?? 1;
  const [n, channels, pixels] = [size('image'), size('channel'), size('pixel')];
  if (countOf(shape) === 0) {
    throw new DataError({ code: 'no-images', values: { file } }, `${file}: header says ${shape.join('×')}, no images`);
  }
  const flat = roles.includes('pixel');
  const shapes = flat ? shapesOf(file, pixels, reading.sides) : [];
  const [width, height] = shapes[0] ?? [size('column'), size('row')];
  checkSides(file, width, height);
  checkCount(file, n * width * height, `${n} images of ${width}×${height}`);
  const steps: Record<Role, number> = { image: width * height, row: width, column: 1, pixel: 1, channel: 0 };
  const axes = roles.map((role, axis) => ({ size: shape[axis]!, step: steps[role] }));
  const channelAxis = roles.indexOf('channel');
  if (!fortran) return { n, width, height, channels, axes, channelAxis, shapes };
  const turned = channelAxis < 0 ? -1 : axes.length - 1 - channelAxis;
  return { n, width, height, channels, axes: axes.reverse(), channelAxis: turned, shapes };
}

/** What each axis is. */
function rolesOf(file: string, shape: readonly number[]): Role[] {
  switch (shape.length) {
    case 2:
      return ['image', 'pixel'];
    case 3:
      return ['image', 'row', 'column'];
    case 4:
      return hasChannelsFirst(shape as [number, number, number, number])
        ? ['image', 'channel', 'row', 'column']
        : ['image', 'row', 'column', 'channel'];
    default: {
      const said = shape.join('×') || '()';
      throw new DataError(
        { code: 'array-shape', values: { file, shape: said } },
        `${file}: is an array of ${shape.length} axes (${said}), expected 2 to 4`,
      );
    }
  }
}

/** Images are mostly square; else there are fewer channels than pixels a side. */
function hasChannelsFirst([, first, middle, last]: [number, number, number, number]): boolean {
  if (middle === last && first !== middle) return true;
  if (first === middle && middle !== last) return false;
  return first <= last;
}
