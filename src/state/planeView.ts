import { easeWindow, fitWindow, type PlaneWindow } from '../math/window';

/** Ms in which the way to the fitted window is cut to 1/e. */
const EASE = 120;

/** Half sides that a reader's window may have, and how far its centre may be from the origin. */
export const HALF = { min: 0.001, max: 1e6 } as const;
export const FARTHEST = 1e6;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/**
 * The window of the latent plane, shared by the panels that show it, and by the planes of several labs that are
 * compared. It eases to hold the codes of all of them and the prior's circles until the reader takes it; `fit` gives it
 * back.
 */
export class PlaneView {
  private window: PlaneWindow = fitWindow(new Float32Array(0));
  private following = true;
  private movedAt = 0;
  private target = this.window;
  /** The latest codes of every plane that it is the window of. */
  private readonly clouds = new Map<object, Float32Array>();
  private readonly listeners = new Set<(window: PlaneWindow) => void>();

  /** @param still whether the window jumps instead of easing */
  constructor(private readonly still: () => boolean) {}

  get current(): PlaneWindow {
    return this.window;
  }

  /** The window that the reader has taken; null while it follows the codes. */
  get taken(): PlaneWindow | null {
    return this.following ? null : this.window;
  }

  /**
   * Called with every frame: moves on towards the window that holds the codes.
   * @param now ms on any clock
   * @param plane whose codes these are; left out where there is one plane alone
   */
  follow(mu: Float32Array, now: number, plane: object = this): void {
    this.clouds.set(plane, mu);
    const elapsed = now - this.movedAt;
    this.movedAt = now;
    if (!this.following) return;
    this.target = fitWindow([...this.clouds.values()], this.target);
    if (this.target !== this.window)
      this.move(easeWindow(this.window, this.target, this.still() ? 1 : 1 - Math.exp(-elapsed / EASE)));
  }

  /** The reader takes the window, as far as there is a plane to see. */
  take({ x, y, half }: PlaneWindow): void {
    const first = this.following;
    this.following = false;
    this.move(
      {
        x: within(x, -FARTHEST, FARTHEST),
        y: within(y, -FARTHEST, FARTHEST),
        half: within(half, HALF.min, HALF.max),
      },
      first,
    );
  }

  /** The codes of a plane that is gone no longer count. */
  forget(plane: object): void {
    this.clouds.delete(plane);
  }

  /**
   * Gives the window back.
   * @param mu codes to hold; the latest that are known where it is not said
   * @param plane whose codes these are, as in `follow`
   */
  fit(mu: Float32Array | null = null, plane: object = this): void {
    if (mu !== null) this.clouds.set(plane, mu);
    const returned = !this.following;
    this.following = true;
    this.target = fitWindow([...this.clouds.values()]);
    this.move(this.target, returned);
  }

  /** Calls `listener` when the window moves, is taken or given back; returns a function that ends it. */
  on(listener: (window: PlaneWindow) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** @param tells whether there is something to tell besides a move */
  private move(window: PlaneWindow, tells = false): void {
    const { x, y, half } = this.window;
    const moves = window.x !== x || window.y !== y || window.half !== half;
    if (!moves && !tells) return;
    this.window = window;
    for (const listener of this.listeners) listener(window);
  }
}
