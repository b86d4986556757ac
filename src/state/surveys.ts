import type { HeldOutLoss, Measures } from '../worker/jobAnswers';
import {
  type JobAnswers,
  type JobKind,
  type JobRequest,
  type JobRequests,
  SURVEYS_MISSING,
} from '../worker/jobProtocol';
import type { History } from './history';
import type { NoticeBoard } from './notices';

/**
 * Asks the worker for surveys, and keeps what belongs to the history of the run. Where the script that they need does
 * not come, the reader is told once, and those who ask wait until another try; where the reader dismisses it instead,
 * they are refused.
 */
export class Surveys {
  /** While the reader is told: resolves when they try again, rejects when they dismiss it. */
  private again: Promise<void> | null = null;
  /** Whether they have dismissed it: what does not come is not told then, until it has come after all. */
  private dismissed = false;
  /** How often `measure` was called. */
  private measurements = 0;

  /** @param ask sends one request to the worker */
  constructor(
    private readonly ask: (
      payload: { key: string; job: JobRequest },
      tell?: (share: number) => void,
    ) => Promise<unknown>,
    private readonly history: Pick<History, 'measure' | 'addHeldOut'>,
    private readonly notices: NoticeBoard,
  ) {}

  /** Measures the present moment, under a key of its own: whoever measures, too, keeps its answer. */
  measure(request: JobRequests['measure'] = {}): Promise<Measures> {
    this.measurements += 1;
    return this.request('measure', request, `measure ${this.measurements}`);
  }

  /**
   * @param tell is called with the share that is done, where it is known
   * @throws what the worker throws, and an AbortError when the survey was ended
   */
  async request<K extends JobKind>(
    kind: K,
    request: JobRequests[K],
    key: string,
    tell?: (share: number) => void,
  ): Promise<JobAnswers[K]> {
    for (;;) {
      try {
        const answer = (await this.ask({ key, job: { kind, ...request } as JobRequest }, tell)) as JobAnswers[K];
        this.dismissed = false;
        this.record(kind, answer);
        return answer;
      } catch (error) {
        if (this.dismissed || (error as Error).name !== SURVEYS_MISSING) throw error;
        await this.nextTry(error as Error);
      }
    }
  }

  private record<K extends JobKind>(kind: K, answer: JobAnswers[K]): void {
    if (kind === 'measure') this.history.measure(answer as Measures);
    if (kind === 'heldOut') this.history.addHeldOut(answer as HeldOutLoss);
  }

  private nextTry(error: Error): Promise<void> {
    this.again ??= new Promise((resolve, reject) => {
      const { store } = this.notices;
      let waits = true;
      const id = this.notices.notify({
        kind: 'said',
        says: ({ failure }) => failure.part,
        retry: () => {
          waits = false;
          this.again = null;
          resolve();
        },
      });
      const stop = store.subscribe((notices) => {
        if (notices.some((notice) => notice.id === id)) return;
        stop();
        // Another try takes it away, too, and comes next.
        queueMicrotask(() => {
          if (!waits) return;
          this.again = null;
          this.dismissed = true;
          reject(error);
        });
      });
    });
    return this.again;
  }
}
