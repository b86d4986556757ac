import { createStore, type StoreApi } from 'zustand/vanilla';

/** The code that is pointed at. */
export interface Pointed {
  readonly x: number;
  readonly y: number;
  /** The image whose centre is there, on the plane of `by`; −1 for none. */
  readonly index: number;
  /** The lab on whose plane the pointer is. */
  readonly by: string;
  /** Whether it is moved by keys: then a cross shows where it is. */
  readonly cross: boolean;
}

/** The pointer over the latent plane: of one, or of those of several labs that are compared. */
export class Pointer {
  readonly store: StoreApi<Pointed | null> = createStore<Pointed | null>(() => null);

  get pointed(): Pointed | null {
    return this.store.getState();
  }

  point(pointed: Pointed): void {
    this.store.setState(pointed, true);
  }

  /** It has left a plane; that it is on another one meanwhile stays so. */
  leave(by: string): void {
    if (this.pointed?.by === by) this.store.setState(null, true);
  }
}
