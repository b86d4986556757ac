import type { Lab } from '../../state/lab';
import { momentOf } from '../../state/moment';
import type { LayerName } from '../../state/planeLayers';
import type { JobAnswers, JobRequests } from '../../worker/jobProtocol';
import type { RunSummary } from '../../worker/protocol';
import type { PlaneLayer, PlaneScene, SurveyedKind } from './layer';

/** What of a lab surveys need. */
type Surveyor = Pick<Lab, 'survey' | 'endSurvey' | 'store' | 'isAwake'>;

/** What is asked for while one of some layers is on. */
export interface Surveyed<K extends SurveyedKind> {
  readonly kind: K;
  readonly layers: readonly LayerName[];
  /** null where there is nothing to ask for. */
  readonly request: (scene: Pick<PlaneScene, 'window' | 'scales' | 'pins'>) => JobRequests[K] | null;
  /** Ms between two requests while training goes on. */
  readonly pace: number;
}

/** What surveys follow. */
export const SURVEY_PARTS = ['layers', 'frame', 'window', 'scales', 'pins'] as const;

/** What a survey tells. */
export interface Told<K extends SurveyedKind> {
  /** null where there is none of the present model. */
  came(answer: JobAnswers[K] | null): void;
  /** Whether an answer is on its way. */
  waits(waiting: boolean): void;
  /** What share of it is done, 0 … 1, where that is known. */
  progress(share: number): void;
}

/**
 * Has something about the plane computed while a layer shows it: nothing to see, but it follows frames, window and pins.
 * One request is under way at a time; what comes meanwhile is asked for next. Where no layer shows it any more, what is
 * under way is ended.
 */
export class LayerSurvey<K extends SurveyedKind> implements PlaneLayer {
  readonly parts = SURVEY_PARTS;
  private scene: PlaneScene | null = null;
  private asking = false;
  /** Whether what is being asked for has been ended since. */
  private ended = false;
  /** What was last asked for, of which run, and when. */
  private asked = '';
  private askedOf: RunSummary | null = null;
  private askedAt = Number.NEGATIVE_INFINITY;
  /** Of its own, so that no script that asks for the same ends it. */
  private readonly key: string;

  constructor(
    private readonly surveyed: Surveyed<K>,
    private readonly lab: Surveyor,
    private readonly told: Told<K>,
  ) {
    this.key = `plane ${surveyed.kind}`;
  }

  paint(scene: PlaneScene): void {
    this.scene = scene;
    if (this.asking && this.wanted === null) this.end();
    else void this.askNext();
  }

  dispose(): void {
    if (this.asking) {
      this.end();
      this.told.waits(false);
    }
    this.scene = null;
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    void this.lab.endSurvey(this.key);
  }

  /** What is to be asked for as things are; null for nothing. */
  private get wanted(): JobRequests[K] | null {
    const { scene, surveyed } = this;
    if (scene === null || scene.frame === null) return null;
    return surveyed.layers.some((layer) => scene.layers[layer]) ? surveyed.request(scene) : null;
  }

  private async askNext(): Promise<void> {
    const { wanted } = this;
    // The first frame after a lab has woken asks.
    if (this.asking || wanted === null || !this.lab.isAwake) return;
    const frame = this.scene!.frame!;
    const now = performance.now();
    const what = `${momentOf(frame)} ${JSON.stringify(wanted)}`;
    // Two decoders alone have no posteriors to be told apart by.
    const { run } = this.lab.store.getState();
    const isSame = what === this.asked && run === this.askedOf;
    if (isSame || (frame.training && now - this.askedAt < this.surveyed.pace)) return;
    this.asked = what;
    this.askedOf = run;
    this.askedAt = now;
    this.ended = false;
    this.wait(true);
    try {
      const answer = await this.lab.survey(this.surveyed.kind, wanted, this.key, (share) => {
        if (this.scene !== null) this.told.progress(share);
      });
      this.wait(false);
      if (this.wanted !== null && !this.ended) this.told.came(answer);
      else this.asked = '';
    } catch (error) {
      this.wait(false);
      if (this.scene === null) return;
      if ((error as Error).name === 'RangeError') {
        // It is the same at all moments of this model.
        this.told.came(null);
        return;
      }
      // Its moment has gone, which the next frame shows, or the worker has, which the figure tells.
      this.asked = '';
      if (!this.ended) return;
    }
    void this.askNext();
  }

  private wait(waiting: boolean): void {
    this.asking = waiting;
    if (this.scene !== null) this.told.waits(waiting);
  }
}
