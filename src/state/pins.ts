import { createStore, type StoreApi } from 'zustand/vanilla';

/** A decoded point that stays on the plane. */
export interface Pin {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** At most this many pins; a further one takes the place of the oldest. */
export const MAX_PINS = 8;

/** The pins of one figure, in the order in which they were put down. */
export class PinBoard {
  readonly store: StoreApi<readonly Pin[]> = createStore<readonly Pin[]>(() => []);
  private nextId = 1;

  get pins(): readonly Pin[] {
    return this.store.getState();
  }

  /** Puts a pin down at a code. */
  add(x: number, y: number): Pin {
    const pin = { id: this.nextId++, x, y };
    this.store.setState([...this.pins, pin].slice(-MAX_PINS), true);
    return pin;
  }

  /** Puts these in the place of all that are there. */
  place(points: readonly { readonly x: number; readonly y: number }[]): void {
    this.store.setState(
      points.slice(-MAX_PINS).map(({ x, y }) => ({ id: this.nextId++, x, y })),
      true,
    );
  }

  /** Moves a pin to another code; one that is gone stays gone. */
  move(id: number, x: number, y: number): void {
    this.store.setState(
      this.pins.map((pin) => (pin.id === id ? { id, x, y } : pin)),
      true,
    );
  }

  /** Takes a pin away. */
  remove(id: number): void {
    this.store.setState(
      this.pins.filter((pin) => pin.id !== id),
      true,
    );
  }
}
