import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Pin } from './pins';

/** Three of something: A, B and C of A − B + C. */
export type Three<T> = readonly [T, T, T];

const three = <T>(values: readonly T[]): Three<T> | null =>
  values.length < 3 ? null : [values[0]!, values[1]!, values[2]!];

/** A − B + C of three pins: the first three, until others are chosen. */
export class PinArithmetic {
  /** The ids of those that were chosen; null for the first three. */
  readonly store: StoreApi<Three<number> | null> = createStore<Three<number> | null>(() => null);

  constructor(private readonly pins: StoreApi<readonly Pin[]>) {}

  /** A, B and C: those that were chosen, while all of them are there, else the first three; null where there are fewer. */
  get terms(): Three<Pin> | null {
    const pins = this.pins.getState();
    const chosen = this.store.getState() ?? [];
    return three(chosen.flatMap((id) => pins.find((pin) => pin.id === id) ?? [])) ?? three(pins);
  }

  /** Their places in the list of pins, from 0, where they are not its first three; else null. */
  get places(): Three<number> | null {
    const pins = this.pins.getState();
    const places = this.terms?.map((pin) => pins.indexOf(pin)) ?? [];
    return places.some((place, i) => place !== i) ? three(places) : null;
  }

  /**
   * Chooses pins by their places in the list, from 0, which may be the same; they stay chosen where the list changes.
   * null, or a place where there is no pin, stands for the first three.
   * @returns whether there is a pin at each of the places
   */
  choose(places: Three<number> | null): boolean {
    const pins = this.pins.getState();
    const chosen = three((places ?? []).flatMap((place) => pins[place]?.id ?? []));
    this.store.setState(chosen, true);
    return places === null || chosen !== null;
  }
}
