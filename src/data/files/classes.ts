import { DataError } from '../dataset';
import { LARGEST_CLASS } from './limits';

/** The classes of images, by their numbers, and what they are called where they are not numbers themselves. */
export interface Classes {
  readonly labels: Uint8Array;
  readonly classNames?: readonly string[];
}

/**
 * Class numbers as a file has them.
 * @param values one of each image
 * @param first the number of the first of these images, counted from 0
 * @throws DataError for one that is no class number
 */
export function classNumbers(file: string, values: ArrayLike<number>, first = 0): Uint8Array<ArrayBuffer> {
  const labels = new Uint8Array(values.length);
  for (let i = 0; i < labels.length; i++) {
    const value = values[i]!;
    if (!(Number.isInteger(value) && value >= 0 && value <= LARGEST_CLASS)) {
      throw new DataError(
        { code: 'label-range', values: { file, index: first + i, value, largest: LARGEST_CLASS } },
        `${file}: label of image ${first + i} is ${value}, expected 0 to ${LARGEST_CLASS}`,
      );
    }
    labels[i] = value;
  }
  return labels;
}

/** The classes of rows with a single 1 each, at the class (one-hot), of which the numbers come piece by piece. */
export class OneHotRows {
  private readonly labels: Uint8Array;
  /** Rows that are through, and where the next number is in its row. */
  private rows = 0;
  private column = 0;
  /** Whether the row has its 1, and whether every number so far may be one of such rows. */
  private hasOne = false;
  private valid = true;

  /** @param width numbers of a row: as many as there are classes */
  constructor(
    n: number,
    private readonly width: number,
  ) {
    this.labels = new Uint8Array(n);
  }

  /** @returns whether the rows can still be such, so that it makes sense to go on */
  take(values: ArrayLike<number>): boolean {
    for (let i = 0; i < values.length && this.valid; i++) {
      const value = values[i]!;
      if (value === 1 && !this.hasOne) {
        this.labels[this.rows] = this.column;
        this.hasOne = true;
      } else if (value !== 0) this.valid = false;
      if (++this.column < this.width) continue;
      this.valid &&= this.hasOne;
      this.rows++;
      [this.column, this.hasOne] = [0, false];
    }
    return this.valid;
  }

  /** Null where the rows are others, or not as many. */
  classes(): Uint8Array | null {
    return this.valid && this.rows === this.labels.length ? this.labels : null;
  }
}

/** @throws DataError for more classes than there can be */
export function checkClasses(file: string, count: number): void {
  if (count <= LARGEST_CLASS + 1) return;
  throw new DataError(
    { code: 'class-count', values: { file, count, largest: LARGEST_CLASS + 1 } },
    `${file}: has ${count} classes or more, expected at most ${LARGEST_CLASS + 1}`,
  );
}

/** A number as classes are numbered. */
const NUMBER = /^\d{1,3}(\.0*)?$/;

/** Names in the order of people: 2 before 10. */
const inOrder = new Intl.Collator('en', { numeric: true }).compare;

/** Gathers the names of classes, image by image, without keeping them all. */
export class ClassNames {
  private readonly places = new Map<string, number>();
  private readonly of: number[] = [];

  constructor(private readonly file: string) {}

  /** @throws DataError for more names than there can be classes */
  add(name: string): void {
    let place = this.places.get(name);
    if (place === undefined) {
      place = this.places.size;
      checkClasses(this.file, place + 1);
      this.places.set(name, place);
    }
    this.of.push(place);
  }

  /** Names that are class numbers are taken as they are; others are numbered in their order. */
  classes(): Classes {
    const names = [...this.places.keys()];
    if (names.every((name) => NUMBER.test(name) && Number(name) <= LARGEST_CLASS)) {
      const numbers = names.map(Number);
      return { labels: Uint8Array.from(this.of, (place) => numbers[place]!) };
    }
    const classNames = names.toSorted(inOrder);
    const numbers = names.map((name) => classNames.indexOf(name));
    return { labels: Uint8Array.from(this.of, (place) => numbers[place]!), classNames };
  }
}
