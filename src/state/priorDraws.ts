import { createStore, type StoreApi } from 'zustand/vanilla';

export interface PriorState {
  readonly shown: boolean;
  /** Which draws from the prior are looked at: each number stands for others, the same ones everywhere. */
  readonly draw: number;
  /** The one among them that the reader points at; null for none. */
  readonly pointed: number | null;
}

/** The last draw that an address can name. */
const LAST_DRAW = 999_999_999;

/** Codes drawn from the prior, to be looked at on the plane and decoded. */
export class PriorDraws {
  readonly store: StoreApi<PriorState> = createStore<PriorState>(() => ({ shown: false, draw: 0, pointed: null }));

  /** Which draws are shown; null while none are. */
  get drawn(): number | null {
    const { shown, draw } = this.store.getState();
    return shown ? draw : null;
  }

  /**
   * Shows draws from the prior.
   * @param draw which ones; without a number those of the last time
   * @throws RangeError naming the number, before anything has changed
   */
  show(draw: number = this.store.getState().draw): void {
    if (!Number.isInteger(draw) || draw < 0 || draw > LAST_DRAW) {
      throw new RangeError(`There is no draw ${draw}; the number must be a whole number from 0 to ${LAST_DRAW}`);
    }
    this.store.setState({ shown: true, draw });
  }

  hide(): void {
    this.store.setState({ shown: false, pointed: null });
  }

  /** Draws other codes; after the last ones come the first. */
  redraw(): void {
    this.store.setState(({ draw }) => ({ draw: draw < LAST_DRAW ? draw + 1 : 0, pointed: null }));
  }

  /** Points at one of the codes, by its place among them; null at none. */
  point(pointed: number | null): void {
    if (pointed !== this.store.getState().pointed) this.store.setState({ pointed });
  }
}
