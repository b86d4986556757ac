import type { Frame } from '../worker/frameProtocol';
import type { JobAnswers } from '../worker/jobProtocol';
import type { Lab } from './lab';
import { type Lack, lackOf } from './lack';
import { momentOf } from './moment';
import { onePer } from './onePer';

/** What is surveyed again and again while somebody looks, and is the same for all who do. */
export type LiveKind = 'measure' | 'heldOut' | 'losses' | 'questions' | 'evidence' | 'pca' | 'sheet' | 'factors';

/** Ms from one answer to the next question while training runs. */
const PACE = 1000;

/** The same of losses, which cost little, and of what is drawn as it moves. */
const PACES: Readonly<Partial<Record<LiveKind, number>>> = { losses: 250, sheet: 250 };

/** Either an answer, or null and why there is none. */
type Listener<K extends LiveKind> = (answer: JobAnswers[K] | null, lack: Lack | null) => void;

/**
 * A survey of the present moment that is kept up while it is watched: asked for at once, then every so often while the
 * lab trains, and whenever it rests elsewhere; one that sleeps is not woken for it. All who watch are told the same
 * answers, and nothing is asked for when nobody does.
 */
export class LiveSurvey<K extends LiveKind> {
  private readonly listeners = new Set<Listener<K>>();
  private latest: JobAnswers[K] | null = null;
  private lack: Lack | null = null;
  /** Ends the present watch; null where nobody watches. */
  private end: (() => void) | null = null;

  constructor(
    private readonly lab: Pick<Lab, 'frame' | 'on' | 'survey' | 'isAwake'>,
    private readonly kind: K,
  ) {}

  /**
   * Calls `listener` with every answer, and wherever there is none any more; at once with the latest where somebody watches
   * already.
   * @returns a function that ends it
   */
  watch(listener: Listener<K>): () => void {
    this.listeners.add(listener);
    if (this.latest !== null || this.lack !== null) listener(this.latest, this.lack);
    this.end ??= this.begin();
    return () => {
      if (!this.listeners.delete(listener) || this.listeners.size > 0) return;
      this.end?.();
      this.end = null;
      // When somebody watches again, it is of a moment that has passed.
      this.latest = null;
      this.lack = null;
    };
  }

  private begin(): () => void {
    const { lab } = this;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    let busy = false;
    /** Whether what is being asked for is of a moment that has passed. */
    let stale = false;
    let last = '';
    const ask = async (): Promise<void> => {
      clearTimeout(timer);
      stale = busy;
      if (busy) return;
      if (!lab.isAwake) {
        // The first frame after it has woken asks.
        last = '';
        return;
      }
      busy = true;
      const answer = await lab.survey(this.kind, {} as never, `live ${this.kind}`).catch((error: Error) => error);
      busy = false;
      if (ended) return;
      const lack = answer instanceof Error ? lackOf(answer) : null;
      if (!(answer instanceof Error)) this.tell(answer, null);
      else if (lack !== null) this.tell(null, lack);
      // Its moment has gone: the next frame is of another, whatever it says.
      else last = '';
      if (stale) void ask();
      else if (lab.frame?.training === true) timer = setTimeout(() => void ask(), PACES[this.kind] ?? PACE);
    };
    const follow = (frame: Frame): void => {
      const occasion = occasionOf(frame);
      if (occasion === last) return;
      last = occasion;
      void ask();
    };
    const stop = lab.on('frame', follow);
    if (lab.frame !== null) follow(lab.frame);
    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
    };
  }

  private tell(answer: JobAnswers[K] | null, lack: Lack | null): void {
    this.latest = answer;
    this.lack = lack;
    for (const listener of this.listeners) listener(answer, lack);
  }
}

/** Changes when training begins or rests, and with anything that is surveyed of a model at rest. */
const occasionOf = (frame: Frame): string =>
  frame.training ? 'training' : [momentOf(frame), frame.beta, frame.restLosses?.total].join();

const surveysOf = onePer((lab: Lab): { [K in LiveKind]: LiveSurvey<K> } => ({
  measure: new LiveSurvey(lab, 'measure'),
  heldOut: new LiveSurvey(lab, 'heldOut'),
  losses: new LiveSurvey(lab, 'losses'),
  questions: new LiveSurvey(lab, 'questions'),
  evidence: new LiveSurvey(lab, 'evidence'),
  pca: new LiveSurvey(lab, 'pca'),
  sheet: new LiveSurvey(lab, 'sheet'),
  factors: new LiveSurvey(lab, 'factors'),
}));

/** The survey of a kind that all panels of a lab share. */
export const liveSurvey = <K extends LiveKind>(lab: Lab, kind: K): LiveSurvey<K> =>
  surveysOf(lab)[kind] as unknown as LiveSurvey<K>;
