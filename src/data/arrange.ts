import { type Binary, binarised } from './binarised';
import type { Dataset } from './dataset';
import { resample } from './resample';
import { takeEvenly } from './takeEvenly';
import { transpose } from './transpose';

/** What is done to the images of a data set once they are there. */
export interface Arrangement {
  /** Pixels a side that larger images are averaged down to; 0 leaves all as they are. */
  readonly size: number;
  /** Images at most; 0 is as many as there are. */
  readonly count: number;
  /** Whether rows and columns of each image are exchanged, as EMNIST stores them. */
  readonly transposed: boolean;
  /** Whether pixels become ink and paper alone, and how. */
  readonly binary: Binary;
}

/** The data set after all of that. The one that was given is used up: its images may be written to. */
export function arrange(dataset: Dataset, { size, count, transposed, binary }: Arrangement): Dataset {
  const limited = takeEvenly(dataset, count);
  const resampled = size === 0 ? limited : resample(limited, size);
  const turned = transposed ? transpose(resampled) : resampled;
  // Last: averages of ink and paper would be grey again.
  return binarised(turned, binary);
}
