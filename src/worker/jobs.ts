import type { Work } from './jobs/work';
import { SLICE } from './pacer';
import { createTurn } from './turn';

/** Ms that a job may take from one yield to the next. */
const UNIT = 2;

/**
 * The share of the time that jobs take while steps are being taken, however many there are: with more of them each takes
 * longer, and its answer says of which step it is. Sending frames and drawing layers take from the steps as well.
 */
const SHARE = 0.15;

interface Job {
  readonly key: string;
  readonly work: Work<unknown>;
  /** Takes the work to its next yield. */
  advance: () => IteratorResult<unknown, unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly dispose: () => void;
}

/**
 * Does long computations in slices, between training steps and between requests. A slice ends within `SLICE` ms, and
 * all jobs take turns in it.
 */
export class Jobs {
  private readonly turn = createTurn(() => this.slice());
  /** Jobs that can go on, the next first. */
  private ready: Job[] = [];
  /** Jobs that wait for an engine. */
  private readonly waiting = new Set<Job>();
  /** When the present slice began, or the last. */
  private start = Number.NEGATIVE_INFINITY;
  /** When the next may begin while steps are being taken. */
  private next = 0;

  /** @param training whether steps are being taken; else jobs have all of the time */
  constructor(private readonly training: () => boolean) {}

  /**
   * Begins a job.
   * @param key a newer job takes the place of an older one with the same key
   * @param dispose called once, when the job is over, before anything else happens
   * @returns what the work returns; rejects with what it throws, or with an AbortError when it was ended
   */
  run<T>(key: string, work: Work<T>, dispose: () => void): Promise<T> {
    this.end(`The survey "${key}" was superseded by a newer request`, (job) => job.key === key);
    return new Promise((resolve, reject) => {
      this.ready.push({
        key,
        work,
        advance: () => work.next(),
        resolve: resolve as (value: unknown) => void,
        reject,
        dispose,
      });
      this.ask();
    });
  }

  /**
   * Ends all jobs, or the one with a key.
   * @param reason a sentence for those who wait for them
   */
  cancel(reason: string, key: string | null = null): void {
    this.end(reason, (job) => key === null || job.key === key);
  }

  /** Ends all jobs, and does no others. */
  dispose(): void {
    this.cancel('The worker was closed');
    this.turn.dispose();
  }

  private end(reason: string, which: (job: Job) => boolean): void {
    const over = [...this.ready, ...this.waiting].filter(which);
    this.ready = this.ready.filter((job) => !which(job));
    for (const job of over) {
      this.waiting.delete(job);
      job.work.return(undefined);
      job.dispose();
      job.reject(new DOMException(reason, 'AbortError'));
    }
  }

  private ask(): void {
    this.turn.ask(this.training() ? Math.max(0, this.next - performance.now()) : 0);
  }

  private slice(): void {
    this.start = performance.now();
    this.goOn();
  }

  /** Goes on with what is ready until the slice is over. */
  private goOn(): void {
    let now = performance.now();
    while (this.ready.length > 0 && now - this.start <= SLICE - UNIT) {
      this.step(this.ready.shift()!);
      now = performance.now();
    }
    this.next = now + (now - this.start) * (1 / SHARE - 1);
    if (this.ready.length > 0) this.ask();
  }

  private step(job: Job): void {
    let result: IteratorResult<unknown, unknown>;
    try {
      result = job.advance();
    } catch (error) {
      job.dispose();
      job.reject(error);
      return;
    }
    if (result.done) {
      job.dispose();
      job.resolve(result.value);
    } else if (result.value instanceof Promise) this.await(job, result.value);
    else {
      job.advance = () => job.work.next();
      this.ready.push(job);
    }
  }

  private await(job: Job, promise: Promise<unknown>): void {
    this.waiting.add(job);
    const then = (advance: Job['advance']): void => {
      // It may have been ended meanwhile.
      if (!this.waiting.delete(job)) return;
      job.advance = advance;
      this.ready.push(job);
      // An engine that computes on this thread has answered already: the slice is not over for that.
      if (performance.now() - this.start <= SLICE - UNIT) this.goOn();
      else this.ask();
    };
    promise.then(
      (value) => then(() => job.work.next(value as never)),
      (error: unknown) => then(() => job.work.throw(error)),
    );
  }
}
