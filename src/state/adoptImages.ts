import { refuse } from '../formats/weightsError';
import type { Dataset } from '../worker/libraryProtocol';
import { checkSetting } from './checkSetting';
import { OF_IMAGES, type OfImages } from './imageSettings';
import { pick } from './pick';
import type { Key, Settings } from './settings';

/** The images that a model is for. */
export interface WantedImages {
  /** Pixels. */
  readonly inputs: number;
  /** Across and down; null where only their number is known. */
  readonly sides: readonly [width: number, height: number] | null;
}

export function isAllowed(key: Key, value: unknown): boolean {
  try {
    checkSetting(key, value);
    return true;
  } catch {
    return false;
  }
}

/** The settings of the images that are there, at a size that the model is for where they can have it. */
export function imagesFor({ inputs, sides }: WantedImages, settings: Settings, dataset: Dataset | null): OfImages {
  const present = pick(settings, OF_IMAGES);
  if (dataset === null || dataset.width * dataset.height === inputs) return present;
  const side = sides?.[0];
  return isAllowed('size', side) ? { ...present, size: side as Settings['size'] } : present;
}

/** @throws WeightsError unless these are images that the model is for */
export function checkImages({ inputs, sides }: WantedImages, { width, height }: Dataset): void {
  if (sides === null ? width * height === inputs : width === sides[0] && height === sides[1]) return;
  const wanted = sides === null ? String(inputs) : sides.join(' × ');
  const message = `It is for images of ${wanted} pixels, and these are ${width} × ${height}: open images of that size first`;
  refuse('images', '', wanted, message);
}
