import { WorkerError } from '../worker/workerError';
import type { Lab } from './lab';
import type { LabFailure } from './labState';
import { isOutOfMemory } from './outOfMemory';
import { retryRun } from './retryRun';

/** Why a run had to go on with another worker: the last broke, no longer answered, or could not have the memory it asked for. */
type Breakdown = 'crashed' | 'silent' | 'memory';

/** A run that goes on with another worker. */
export interface Recovered {
  readonly why: Breakdown;
  /** What the last worker said; in English. */
  readonly message: string;
  /** Where it goes on. */
  readonly step: number;
  /** Whether its timeline begins there, though there was more of it. */
  readonly lostPast: boolean;
}

/** Looks in a row without an answer after which a worker is given up; more while it opens an engine, which may take long. */
const PATIENCE = 16;
const PATIENCE_AT_START = 120;

/**
 * Keeps the run of a lab, so that little of it goes where its worker breaks, and has another worker go on with it then.
 * One that breaks before it has answered at all is not tried again: what the lab says then stays.
 */
export class RunGuard {
  /** A question is under way, whether the worker lives. */
  private isAsked = false;
  private looksWithoutAnswer = 0;
  /** Whether the present worker has ever answered. */
  private hasAnswered = true;
  private isKeeping = false;
  /** What was shown when the run was last kept. */
  private keptAt: unknown = null;
  private readonly unsubscribe: () => void;

  /** @param recovered called when the run goes on with another worker */
  constructor(
    private readonly lab: Lab,
    private readonly recovered: (recovered: Recovered) => void,
  ) {
    this.unsubscribe = lab.store.subscribe(({ failure }, before) => {
      if (failure !== null && failure !== before.failure) void this.recover(failure);
    });
  }

  /** Looks after the run; to be called every half second or so. */
  look(): void {
    if (!this.lab.run.asker.isReady) return;
    this.ask();
    void this.keep();
  }

  /**
   * Keeps the run as it is now, unless it has not moved since it was last kept.
   * @returns a promise that resolves when it is kept, or cannot be
   */
  async keep(): Promise<void> {
    const { frame, store } = this.lab;
    const { asker, connection, fail } = this.parts;
    const { run, starting } = store.getState();
    if (this.isKeeping || starting || frame === this.keptAt || !asker.isReady) return;
    this.isKeeping = true;
    try {
      const kept = await connection.ask('keep', {});
      const now = store.getState();
      // Another run has taken its place meanwhile, or it sleeps.
      if (now.run !== run || now.starting || now.asleep) return;
      this.keptAt = frame;
      if (kept !== null) connection.kept = kept;
    } catch (error) {
      if (store.getState().run === run) fail(error as Error);
    } finally {
      this.isKeeping = false;
    }
  }

  dispose(): void {
    this.unsubscribe();
  }

  private get parts() {
    const { run } = this.lab;
    return { asker: run.asker, connection: run.connection, fail: (error: Error) => run.fail(error) };
  }

  /** Has the worker say that it lives; one that has not for long is ended. */
  private ask(): void {
    const { connection, fail } = this.parts;
    if (this.isAsked) {
      this.looksWithoutAnswer += 1;
      const patience = this.lab.store.getState().starting ? PATIENCE_AT_START : PATIENCE;
      if (this.looksWithoutAnswer >= patience) fail(new WorkerError('silent', 'The training worker no longer answers'));
      return;
    }
    this.isAsked = true;
    this.looksWithoutAnswer = 0;
    connection
      .ask('ping', {})
      .then(
        () => {
          this.hasAnswered = true;
        },
        (error: Error) => fail(error),
      )
      .finally(() => {
        this.isAsked = false;
      });
  }

  private async recover(failure: LabFailure): Promise<void> {
    const why = breakdownOf(failure);
    const { store, timeline } = this.lab;
    const { connection } = this.parts;
    if (why === null || !this.hasAnswered) return;
    this.hasAnswered = false;
    const lostPast = timeline.moments.length > 1;
    await this.settled();
    // Parameters that were brought are nowhere else: a run of the settings would take their place.
    if (connection.sleeping === null && store.getState().brought) return;
    const step = connection.sleeping?.parameters.step ?? 0;
    await retryRun(this.lab);
    const { failure: still, run } = store.getState();
    if (still !== null || run === null) return;
    this.keptAt = null;
    this.recovered({ why, message: failure.message, step, lostPast });
  }

  /** Resolves when no start is under way: one that was has ended with its worker. */
  private settled(): Promise<void> {
    const { store } = this.lab;
    return new Promise((resolve) => {
      const isOver = (): boolean => !store.getState().starting;
      const stop = store.subscribe(() => {
        if (isOver()) end();
      });
      const end = (): void => {
        stop();
        resolve();
      };
      // What the failure has set off comes first.
      if (isOver()) queueMicrotask(end);
    });
  }
}

/** What has broken, where another worker may help; null where it cannot. */
function breakdownOf(failure: LabFailure): Breakdown | null {
  if (failure.kind === 'defect') return isOutOfMemory(failure.message) ? 'memory' : null;
  if (failure.kind !== 'worker' || failure.of !== 'training') return null;
  return failure.cause === 'crashed' || failure.cause === 'silent' ? failure.cause : null;
}
