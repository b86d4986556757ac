import type { DensityField } from '../../draw/plane/field';
import type { PlaneWindow } from '../../math/window';
import type { Frame } from '../../worker/protocol';
import type { PlaneLayer, PlaneScene } from './layer';

/** A density that is wanted: over this window, with so many cells a side. */
export interface DensityRequest {
  readonly window: PlaneWindow;
  readonly size: number;
}

/** Asks the worker for a density; rejects where it was overtaken, or its run has ended. */
export type AskDensity = (request: DensityRequest) => Promise<DensityField>;

/** Cells a side of what is asked for, and how much more of the plane than is seen, so that a little can be moved. */
const CELLS = 160;
const MARGIN = 1.25;

/** Ms between two requests while training goes on. */
const PACE = 100;

/**
 * Has the density of the plane computed while a layer shows it: nothing to see, but it follows frames and window. One
 * request is under way at a time; what comes meanwhile is asked for next.
 */
export class DensitySurvey implements PlaneLayer {
  readonly parts = ['layers', 'frame', 'window'] as const;
  private scene: PlaneScene | null = null;
  private asking = false;
  /** What was last asked for, and when. */
  private asked = '';
  private askedAt = Number.NEGATIVE_INFINITY;

  /** @param came called with each answer */
  constructor(
    private readonly ask: AskDensity,
    private readonly came: (field: DensityField) => void,
  ) {}

  paint(scene: PlaneScene): void {
    this.scene = scene;
    void this.askNext();
  }

  dispose(): void {
    this.scene = null;
  }

  private async askNext(): Promise<void> {
    const { scene } = this;
    if (this.asking || scene === null || scene.frame === null || !isWanted(scene)) return;
    const { frame, window } = scene;
    const now = performance.now();
    const what = `${momentOf(frame)} ${window.x} ${window.y} ${window.half}`;
    if (what === this.asked || (frame.training && now - this.askedAt < PACE)) return;
    this.asked = what;
    this.askedAt = now;
    this.asking = true;
    try {
      const field = await this.ask({ window: { ...window, half: MARGIN * window.half }, size: CELLS });
      this.asking = false;
      if (this.scene !== null && isWanted(this.scene)) this.came(field);
    } catch {
      // Its moment has gone, which the next frame shows, or the worker has, which the figure tells.
      this.asking = false;
      this.asked = '';
      return;
    }
    void this.askNext();
  }
}

const isWanted = ({ layers }: PlaneScene): boolean => layers.density || layers.contours;

/** Two frames of the same posteriors give the same: the first of them stands for the run. */
const momentOf = ({ step, noiseScale, plane: { axes, mu, sigma } }: Frame): string =>
  [step, noiseScale, axes, mu[0], mu[1], sigma[0], sigma[1]].join();
