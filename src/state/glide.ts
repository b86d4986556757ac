/** The two settings that move together. */
export interface GlideTarget {
  readonly beta: number;
  readonly noiseScale: number;
}

/** Moves β and σ to a target together, in a straight line, until it is there or is ended. */
export class Glide {
  private current = 0;

  /**
   * @param apply puts a point of the way in force
   * @param nextFrame calls back before the next picture, and takes none of the pictures' own turns
   */
  constructor(
    private readonly apply: (point: GlideTarget) => void,
    private readonly nextFrame: (move: () => void) => void,
  ) {}

  /**
   * @param duration ms
   * @returns a promise that resolves when the target is reached, or the glide ended
   */
  run(from: GlideTarget, to: GlideTarget, duration: number): Promise<void> {
    const id = ++this.current;
    const began = performance.now();
    return new Promise((resolve) => {
      const move = (): void => {
        if (id !== this.current) {
          resolve();
          return;
        }
        const t = duration <= 0 ? 1 : Math.min(1, (performance.now() - began) / duration);
        this.apply({
          beta: from.beta + t * (to.beta - from.beta),
          noiseScale: from.noiseScale + t * (to.noiseScale - from.noiseScale),
        });
        if (t < 1) this.nextFrame(move);
        else resolve();
      };
      move();
    });
  }

  /** Stays where it is. */
  end(): void {
    this.current += 1;
  }
}
