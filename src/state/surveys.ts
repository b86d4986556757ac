import {
  type JobAnswers,
  type JobKind,
  type JobRequest,
  type JobRequests,
  SURVEYS_MISSING,
} from '../worker/jobProtocol';
import type { NoticeBoard } from './notices';

/**
 * Asks the worker for surveys. Where the script that they need does not come, the reader is told once, and those who
 * ask wait until another try.
 */
export class Surveys {
  /** While the reader has not tried again: resolves when they do. */
  private again: Promise<void> | null = null;

  /** @param ask sends one request to the worker */
  constructor(
    private readonly ask: (payload: { key: string; job: JobRequest }) => Promise<unknown>,
    private readonly notices: NoticeBoard,
  ) {}

  /** @throws what the worker throws, and an AbortError when the survey was ended */
  async request<K extends JobKind>(kind: K, request: JobRequests[K], key: string): Promise<JobAnswers[K]> {
    for (;;) {
      try {
        return (await this.ask({ key, job: { kind, ...request } as JobRequest })) as JobAnswers[K];
      } catch (error) {
        if ((error as Error).name !== SURVEYS_MISSING) throw error;
        await this.nextTry();
      }
    }
  }

  private nextTry(): Promise<void> {
    this.again ??= new Promise((resolve) => {
      this.notices.notify({
        kind: 'said',
        says: ({ failure }) => failure.part,
        retry: () => {
          this.again = null;
          resolve();
        },
      });
    });
    return this.again;
  }
}
