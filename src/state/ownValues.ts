import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OwnValue } from './figureSpec';

/** What a figure with a component of its own is set to, by name. */
export class OwnValues {
  readonly store: StoreApi<Readonly<Record<string, number>>>;

  constructor(private readonly specs: Readonly<Record<string, OwnValue>>) {
    this.store = createStore(() =>
      Object.fromEntries(Object.entries(specs).map(([name, { initial }]) => [name, initial])),
    );
  }

  /**
   * Sets some of them; what is not named stays.
   * @throws RangeError naming value and range, or what the figure has not, before anything has changed
   */
  set(changes: Readonly<Record<string, number>>): void {
    for (const [name, value] of Object.entries(changes)) {
      const { min, max } = this.specOf(name);
      if (!(value >= min && value <= max)) {
        throw new RangeError(`${name} is to be from ${min} to ${max}, not ${String(value)}`);
      }
    }
    this.store.setState({ ...this.store.getState(), ...changes }, true);
  }

  /**
   * Sets one of them to the nearest value that it can have, as a drag does.
   * @throws RangeError for what the figure has not, and for what is no number
   */
  move(changes: Readonly<Record<string, number>>): void {
    this.set(
      Object.fromEntries(
        Object.entries(changes).map(([name, value]) => {
          const { min, max } = this.specOf(name);
          return [name, Math.min(max, Math.max(min, value))];
        }),
      ),
    );
  }

  private specOf(name: string): OwnValue {
    const spec = this.specs[name];
    if (spec === undefined)
      throw new RangeError(`The figure has no ${name}, only ${Object.keys(this.specs).join(', ')}`);
    return spec;
  }
}
