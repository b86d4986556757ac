import { easeWindow, fitWindow, type PlaneWindow } from '../math/window';

/** Ms in which the way to the fitted window is cut to 1/e. */
const EASE = 120;

/**
 * The window of the latent plane, shared by the panels that show it. It eases to hold the codes and the prior's
 * circles until the reader takes it; `fit` gives it back.
 */
export class PlaneView {
  private window: PlaneWindow = fitWindow(new Float32Array(0));
  private following = true;
  private movedAt = 0;
  private target = this.window;
  private readonly listeners = new Set<(window: PlaneWindow) => void>();

  /** @param still whether the window jumps instead of easing */
  constructor(private readonly still: () => boolean) {}

  get current(): PlaneWindow {
    return this.window;
  }

  /**
   * Called with every frame: moves on towards the window that holds the codes.
   * @param now ms on any clock
   */
  follow(mu: Float32Array, now: number): void {
    const elapsed = now - this.movedAt;
    this.movedAt = now;
    if (!this.following) return;
    this.target = fitWindow(mu, this.target);
    if (this.target !== this.window)
      this.move(easeWindow(this.window, this.target, this.still() ? 1 : 1 - Math.exp(-elapsed / EASE)));
  }

  /** The reader takes the window. */
  take(window: PlaneWindow): void {
    this.following = false;
    this.move(window);
  }

  /** Gives the window back. */
  fit(mu: Float32Array): void {
    this.following = true;
    this.target = fitWindow(mu);
    this.move(this.target);
  }

  on(listener: (window: PlaneWindow) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private move(window: PlaneWindow): void {
    const { x, y, half } = this.window;
    if (window.x === x && window.y === y && window.half === half) return;
    this.window = window;
    for (const listener of this.listeners) listener(window);
  }
}
