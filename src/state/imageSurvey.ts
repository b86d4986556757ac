import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Frame } from '../worker/frameProtocol';
import type { ImagePosterior } from '../worker/jobAnswers';
import type { JobAnswers, JobRequests } from '../worker/jobProtocol';
import type { Lab } from './lab';
import { type Lack, lackOf } from './lack';
import { momentOf } from './moment';
import { onePer } from './onePer';
import type { Selection } from './selection';

/** Cells a side of the true posterior. */
const CELLS = 48;

/** Ms between two requests while training goes on. */
const PACE = 250;

/** Ms after which an answer of an earlier step is no longer shown. */
const STALE = 10_000;

/** What a survey needs of its lab. */
interface SurveyedLab {
  readonly selection: Selection;
  readonly frame: Frame | null;
  readonly isAwake: boolean;
  on(event: 'frame', listener: (frame: Frame) => void): () => void;
  survey(kind: 'posterior', request: JobRequests['posterior']): Promise<JobAnswers['posterior']>;
}

interface Surveyed {
  /** The latest; null before the first, of another image or another run, and when it has been out of date for long. */
  readonly answer: ImagePosterior | null;
  /** Why there is none; null where there is one, and before anything is known. */
  readonly lack: Lack | null;
}

const NOTHING: Surveyed = { answer: null, lack: null };

/**
 * What the model says of the selected image, surveyed again and again while somebody follows it. One request is under
 * way at a time.
 */
export class ImageSurvey {
  readonly store: StoreApi<Surveyed> = createStore<Surveyed>(() => NOTHING);
  private followers = 0;
  private stops: (() => void)[] = [];
  private asking = false;
  /** What was last asked for, and when. */
  private asked = '';
  private askedAt = Number.NEGATIVE_INFINITY;
  private answeredAt = Number.NEGATIVE_INFINITY;

  /** @param now ms on any clock */
  constructor(
    private readonly lab: SurveyedLab,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Surveys from now on, until the function that comes back is called. */
  follow(): () => void {
    this.followers += 1;
    if (this.followers === 1) {
      const { lab } = this;
      this.stops = [lab.on('frame', () => this.look()), lab.selection.store.subscribe(() => this.look())];
    }
    this.look();
    let follows = true;
    return () => {
      if (!follows) return;
      follows = false;
      this.followers -= 1;
      if (this.followers > 0) return;
      for (const stop of this.stops.splice(0)) stop();
      this.asked = '';
      this.store.setState(NOTHING);
    };
  }

  /** Drops what is out of date, and asks anew where something has changed. */
  private look(): void {
    if (!this.isCurrent(this.store.getState().answer)) this.store.setState({ answer: null });
    void this.askNext();
  }

  /** Whether an answer may be shown beside the present frame. */
  private isCurrent(answer: ImagePosterior | null): boolean {
    const { frame, selection } = this.lab;
    if (answer === null || frame === null) return answer === null;
    return (
      answer.index === selection.index &&
      answer.step <= frame.step &&
      answer.posteriors.latent === frame.latent &&
      answer.axes.join() === frame.plane.axes.join() &&
      (answer.step === frame.step || this.now() - this.answeredAt < STALE)
    );
  }

  private async askNext(): Promise<void> {
    const { frame, selection } = this.lab;
    const { index } = selection;
    if (this.asking || this.followers === 0 || frame === null || index === null || !this.lab.isAwake) return;
    const now = this.now();
    const what = `${index} ${momentOf(frame)} ${frame.restLosses?.reconstruction}`;
    if (what === this.asked || (frame.training && now - this.askedAt < PACE)) return;
    this.asked = what;
    this.askedAt = now;
    this.asking = true;
    try {
      const answer = await this.lab.survey('posterior', { index, axes: frame.plane.axes, size: CELLS });
      this.answeredAt = this.now();
      if (this.followers > 0 && this.isCurrent(answer)) this.store.setState({ answer, lack: null });
    } catch (error) {
      const lack = lackOf(error as Error);
      if (lack === null) {
        // Its moment has gone, which the next frame shows, or the worker has, which the figure tells.
        this.asking = false;
        this.asked = '';
        return;
      }
      // Until something changes it would be refused again.
      if (this.followers > 0) this.store.setState({ answer: null, lack });
    }
    this.asking = false;
    void this.askNext();
  }
}

/** The one of a lab. */
export const imageSurveyOf = onePer((lab: Lab) => new ImageSurvey(lab));
