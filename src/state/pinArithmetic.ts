import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Pin } from './pins';

/** Three of something: A, B and C of A − B + C. */
export type Three<T> = readonly [T, T, T];

const isThree = <T>(values: readonly T[]): values is Three<T> => values.length === 3;

/** A − B + C of three pins: the first three, until others are chosen. */
export class PinArithmetic {
  /** The ids of those that were chosen; null for the first three. */
  readonly store: StoreApi<Three<number> | null> = createStore<Three<number> | null>(() => null);

  constructor(private readonly pins: StoreApi<readonly Pin[]>) {}

  /** A, B and C; null where there are fewer than three pins. */
  get terms(): Three<Pin> | null {
    return termsOf(this.pins.getState(), this.store.getState());
  }

  /** Their places in the list of pins, from 0, where they are not its first three; else null. */
  get places(): Three<number> | null {
    const pins = this.pins.getState();
    const places = this.terms?.map((pin) => pins.indexOf(pin)) ?? [];
    return isThree(places) && places.some((place, i) => place !== i) ? places : null;
  }

  /**
   * Chooses the pins; they may be the same.
   * @param ids of A, B and C
   * @throws RangeError naming what is the id of no pin, before anything has changed
   */
  choose(ids: Three<number>): void {
    const pins = this.pins.getState();
    const missing = ids.find((id) => !pins.some((pin) => pin.id === id));
    if (missing !== undefined) throw new RangeError(`There is no pin with the id ${missing}`);
    this.store.setState(ids, true);
  }

  /** Chooses pins by their places in the list, from 0; null for its first three, which also stand for pins that are not there. */
  chooseAt(places: Three<number> | null): void {
    const pins = this.pins.getState();
    const ids = places?.flatMap((place) => pins[place]?.id ?? []) ?? [];
    this.store.setState(isThree(ids) ? ids : null, true);
  }
}

/** The pins of A − B + C: those that were chosen, while all of them are there, else the first three; null where there are fewer. */
export function termsOf(pins: readonly Pin[], chosen: Three<number> | null): Three<Pin> | null {
  const named = chosen?.flatMap((id) => pins.find((pin) => pin.id === id) ?? []) ?? [];
  if (isThree(named)) return named;
  const first = pins.slice(0, 3);
  return isThree(first) ? first : null;
}

/** The code A − B + C. */
export const combined = ([a, b, c]: Three<Pick<Pin, 'x' | 'y'>>): { readonly x: number; readonly y: number } => ({
  x: a.x - b.x + c.x,
  y: a.y - b.y + c.y,
});
