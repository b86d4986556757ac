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
 * @throws DataError for one that is no class number
 */
export function classNumbers(file: string, values: ArrayLike<number>): Uint8Array {
  const labels = new Uint8Array(values.length);
  for (let i = 0; i < labels.length; i++) {
    const value = values[i]!;
    if (!(Number.isInteger(value) && value >= 0 && value <= LARGEST_CLASS)) {
      throw new DataError(
        { code: 'label-range', values: { file, index: i, value, largest: LARGEST_CLASS } },
        `${file}: label of image ${i} is ${value}, expected 0 to ${LARGEST_CLASS}`,
      );
    }
    labels[i] = value;
  }
  return labels;
}

/** Class numbers of rows with a single 1 each, at the class (one-hot); null for other rows. @param values n × width */
export function classesOfOneHot(values: ArrayLike<number>, width: number): Uint8Array | null {
  const labels = new Uint8Array(values.length / width);
  const ones = new Uint8Array(labels.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === 0) continue;
    const row = Math.floor(i / width);
    if (value !== 1 || ++ones[row]! > 1) return null;
    labels[row] = i % width;
  }
  return ones.every((count) => count === 1) ? labels : null;
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
      if (place > LARGEST_CLASS) {
        throw new DataError(
          { code: 'class-count', values: { file: this.file, count: place + 1, largest: LARGEST_CLASS + 1 } },
          `${this.file}: has more than ${LARGEST_CLASS + 1} classes, expected at most that`,
        );
      }
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
