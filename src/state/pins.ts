import { createStore, type StoreApi } from 'zustand/vanilla';
import { PinArithmetic } from './pinArithmetic';
import { MAX_NAME, MAX_PINS } from './pinBounds';
import { freeLetter, letterOf, nameFrom } from './pinNames';
import { PinPath } from './pinPath';
import { FARTHEST } from './planeView';

/** A decoded point that stays on the plane. */
export interface Pin {
  /** No other pin of the figure has, or had, the same. */
  readonly id: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** A code, as far out as planes go. */
function within(x: number, y: number): { readonly x: number; readonly y: number } {
  if (!Number.isFinite(x) || !Number.isFinite(y))
    throw new RangeError(`There is no code (${x}, ${y}) to pin: both numbers must be finite`);
  const near = (value: number): number => Math.min(FARTHEST, Math.max(-FARTHEST, value));
  return { x: near(x), y: near(y) };
}

/** @throws RangeError for what is no name */
function checkedName(text: string): string {
  const name = nameFrom(text);
  if (name === null)
    throw new RangeError(`A pin cannot be called "${text}": a name has 1 to ${MAX_NAME} characters that can be shown`);
  return name;
}

/** The pins of one figure, in an order that the reader may change. */
export class PinBoard {
  readonly store: StoreApi<readonly Pin[]> = createStore<readonly Pin[]>(() => []);
  /** A − B + C of three pins. */
  readonly arithmetic = new PinArithmetic(this.store);
  /** What is marked on the path through all pins. */
  readonly path = new PinPath();
  /** How long names are at most, and whether a text is one. */
  readonly naming = { most: MAX_NAME, fits: (text: string): boolean => nameFrom(text) !== null };
  private nextId = 1;

  get all(): readonly Pin[] {
    return this.store.getState();
  }

  /**
   * Puts a pin down at a code.
   * @param name a letter that no other has, where it is not given
   * @throws RangeError for what is no code, or no name, before anything has changed
   */
  add(x: number, y: number, name: string = freeLetter(this.all)): Pin {
    const pin = { id: this.nextId, name: checkedName(name), ...within(x, y) };
    this.nextId += 1;
    const { all } = this;
    const oldest = all.length < MAX_PINS ? null : Math.min(...all.map(({ id }) => id));
    this.change([...all.filter(({ id }) => id !== oldest), pin]);
    return pin;
  }

  /**
   * Puts a pin down as `add` does.
   * @returns a function that takes it away, and puts back the oldest where that made room for it
   * @throws RangeError for what is no code, before anything has changed
   */
  tryAt(x: number, y: number): () => void {
    const before = this.all;
    const { id } = this.add(x, y);
    const left = before.filter((pin) => !this.all.includes(pin));
    const place = left.length === 0 ? 0 : before.indexOf(left[0]!);
    return () => {
      const others = this.all.filter((pin) => pin.id !== id);
      this.change([...others.slice(0, place), ...left, ...others.slice(place)]);
    };
  }

  /**
   * Puts these in the place of all that are there; the i-th has the i-th letter where it has no name.
   * @throws RangeError for what is no code, or no name, before anything has changed
   */
  place(points: readonly { readonly x: number; readonly y: number; readonly name?: string }[]): void {
    this.change(
      points.slice(-MAX_PINS).map(({ x, y, name }, i) => ({
        id: this.nextId++,
        name: checkedName(name ?? letterOf(i)),
        ...within(x, y),
      })),
    );
  }

  /**
   * Moves a pin to another code; one that is gone stays gone.
   * @throws RangeError for what is no code
   */
  move(id: number, x: number, y: number): void {
    this.alter(id, within(x, y));
  }

  /** @throws RangeError for what is no name: the pin keeps its own */
  rename(id: number, name: string): void {
    this.alter(id, { name: checkedName(name) });
  }

  /** Moves a pin to another place of the list, from 0; beyond its ends is at its ends. */
  reorder(id: number, place: number): void {
    const pin = this.all.find((each) => each.id === id);
    if (pin === undefined) return;
    const others = this.all.filter((each) => each !== pin);
    const before = Math.max(0, place);
    this.change([...others.slice(0, before), pin, ...others.slice(before)]);
  }

  /** Takes a pin away. */
  remove(id: number): void {
    this.change(this.all.filter((pin) => pin.id !== id));
  }

  private alter(id: number, changes: Partial<Pin>): void {
    this.change(this.all.map((pin) => (pin.id === id ? { ...pin, ...changes } : pin)));
  }

  private change(pins: readonly Pin[]): void {
    this.store.setState(pins, true);
  }
}
