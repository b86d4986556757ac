/** The reader's own images before they are trained on: what they are, and what they become by choices that need no further reading. */
import { type Arrangement, arrange } from './arrange';
import type { Dataset } from './dataset';
import type { Found, OwnImages } from './files/reading';
import { invert } from './invert';
import { evenly, takeThese } from './takeEvenly';

/** Images that are shown. */
const SHOWN = 40;

/** What the reader may change of images that have been read. */
interface OwnArrangement extends Arrangement {
  /** Whether ink and paper are exchanged against the file; left out, it is as it was found. */
  readonly inverted?: boolean | undefined;
}

/** A class, and how many images are of it. */
interface ClassCount {
  readonly name: string;
  readonly count: number;
}

/** What would be trained on. */
export interface Preview {
  readonly name: string;
  /** Images that were read, and how many of them are taken. */
  readonly all: number;
  readonly n: number;
  /** Pixels of an image as it was read, and as it would be trained on. */
  readonly stored: readonly [width: number, height: number];
  readonly width: number;
  readonly height: number;
  readonly found: Found;
  /** The classes of the images that are taken, by their numbers; null where none are known. */
  readonly classes: readonly ClassCount[] | null;
  /** The first of them, 40 at most, as they would be trained on: each height·width intensities. */
  readonly images: Float32Array;
}

/** What would be trained on. The images that were read stay as they are. */
export function previewOf(own: OwnImages, arrangement: OwnArrangement): Preview {
  const { dataset, found } = own;
  const { name, n, width, height } = dataset;
  const taken = evenly(n, arrangement.count);
  const first = takeThese(dataset, taken.subarray(0, SHOWN));
  const exchanged = isExchanged(own, arrangement);
  if (exchanged) invert(first.images);
  const shown = arrange(first, { ...arrangement, count: 0 });
  return {
    name,
    all: n,
    n: taken.length,
    stored: [width, height],
    width: shown.width,
    height: shown.height,
    found: exchanged ? { ...found, reading: { ...found.reading, inverted: !found.reading.inverted } } : found,
    classes: classesOf(dataset, taken),
    images: shown.images,
  };
}

/** The data set to train on. What was read is used up: its images may be written to. */
export function chosenOf(own: OwnImages, arrangement: OwnArrangement): Dataset {
  if (isExchanged(own, arrangement)) invert(own.dataset.images);
  return arrange(own.dataset, arrangement);
}

/** Whether ink and paper are the other way round than they were read. */
const isExchanged = ({ found }: OwnImages, { inverted = found.reading.inverted }: OwnArrangement): boolean =>
  inverted !== found.reading.inverted;

function classesOf({ labels, classNames }: Dataset, taken: Uint32Array): ClassCount[] | null {
  if (labels === null) return null;
  const counts = new Uint32Array(256);
  for (const index of taken) counts[labels[index]!]! += 1;
  return [...counts].flatMap((count, label) =>
    count === 0 ? [] : [{ name: classNames?.[label] ?? String(label), count }],
  );
}
