import type { LayerName } from '../../state/planeLayers';
import type { JobAnswers, JobRequests } from '../../worker/jobProtocol';
import type { Frame } from '../../worker/protocol';
import type { PlaneLayer, PlaneScene } from './layer';

/** What the worker computes of a window of the plane for its layers. */
export type WindowKind = 'density' | 'uncovered' | 'stretch' | 'indicatrices';

/** Asks the worker; rejects where the request was overtaken, or its run has ended. */
export type Ask = <K extends WindowKind>(kind: K, request: JobRequests[K]) => Promise<JobAnswers[K]>;

/** What is asked for while one of some layers is on. */
export interface Surveyed<K extends WindowKind> {
  readonly kind: K;
  readonly layers: readonly LayerName[];
  readonly request: (scene: Pick<PlaneScene, 'window' | 'scales'>) => JobRequests[K];
  /** Ms between two requests while training goes on. */
  readonly pace: number;
}

/**
 * Has something about the window computed while a layer shows it: nothing to see, but it follows frames and window. One
 * request is under way at a time; what comes meanwhile is asked for next.
 */
export class LayerSurvey<K extends WindowKind> implements PlaneLayer {
  readonly parts = ['layers', 'frame', 'window', 'scales'] as const;
  private scene: PlaneScene | null = null;
  private asking = false;
  /** What was last asked for, and when. */
  private asked = '';
  private askedAt = Number.NEGATIVE_INFINITY;

  /** @param came called with each answer */
  constructor(
    private readonly surveyed: Surveyed<K>,
    private readonly ask: Ask,
    private readonly came: (answer: JobAnswers[K]) => void,
  ) {}

  paint(scene: PlaneScene): void {
    this.scene = scene;
    void this.askNext();
  }

  dispose(): void {
    this.scene = null;
  }

  private get isWanted(): boolean {
    return this.scene !== null && this.surveyed.layers.some((layer) => this.scene!.layers[layer]);
  }

  private async askNext(): Promise<void> {
    const { scene } = this;
    if (this.asking || scene === null || scene.frame === null || !this.isWanted) return;
    const { kind, request, pace } = this.surveyed;
    const { frame } = scene;
    const now = performance.now();
    const wanted = request(scene);
    const what = `${momentOf(frame)} ${JSON.stringify(wanted)}`;
    if (what === this.asked || (frame.training && now - this.askedAt < pace)) return;
    this.asked = what;
    this.askedAt = now;
    this.asking = true;
    try {
      const answer = await this.ask(kind, wanted);
      this.asking = false;
      if (this.isWanted) this.came(answer);
    } catch {
      // Its moment has gone, which the next frame shows, or the worker has, which the figure tells.
      this.asking = false;
      this.asked = '';
      return;
    }
    void this.askNext();
  }
}

/** Two frames of the same posteriors give the same: the first of them stands for the run. */
const momentOf = ({ step, noiseScale, plane: { axes, mu, sigma } }: Frame): string =>
  [step, noiseScale, axes, mu[0], mu[1], sigma[0], sigma[1]].join();
