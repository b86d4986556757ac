import type { Client } from '../worker/client';
import type { Dataset } from '../worker/libraryProtocol';
import type {
  Answers,
  Images,
  LiveConfig,
  Origin,
  Request,
  RunConfig,
  RunEvent,
  RunSummary,
  Sleep,
  TimelineNews,
} from '../worker/protocol';

export type Payload<T extends Request['type']> = Omit<Extract<Request, { type: T }>, 'type' | 'id'>;

/** What a run is to be, its images apart. */
export interface RunOrder {
  readonly run: Omit<RunConfig, 'images'>;
  readonly live: LiveConfig;
}

/** A lab's worker: there while it is needed, given back in between with the run kept. */
export class Connection {
  private client: Client | null = null;
  /** The images that the present worker has. */
  private lent: Dataset | null = null;
  /**
   * Where the run was when its worker was last given back, or when it was last kept for when its worker breaks
   * (runGuard.ts).
   */
  kept: Sleep | null = null;
  /** Giving the worker back, or having one again, until it is done. */
  private changing: Promise<unknown> | null = null;

  /**
   * @param happened called with what happens to the run unasked
   * @param told called with what becomes of its timeline
   */
  constructor(
    /** Starts a worker. */
    readonly startClient: () => Client,
    private readonly happened: (event: RunEvent) => void,
    private readonly told: (news: TimelineNews) => void,
  ) {}

  /** There is a worker, and it may be asked at once. */
  get isOpen(): boolean {
    return this.client !== null && this.isStill;
  }

  /** No worker is being given back or fetched. */
  get isStill(): boolean {
    return this.changing === null;
  }

  /** Where the run goes on from when there is a worker again; null where there is nothing to go on from. */
  get sleeping(): Sleep | null {
    return this.client === null ? this.kept : null;
  }

  /** Resolves when no worker is being given back or fetched. */
  async settled(): Promise<void> {
    // What failed is told where it was asked for.
    while (this.changing !== null) await this.changing.catch(() => undefined);
  }

  /** Starts a worker, unless there is one: its script may come while the images do. */
  open(): Client {
    if (this.client !== null) return this.client;
    const client = this.startClient();
    client.onEvent(this.happened);
    client.onTimeline(this.told);
    this.client = client;
    return client;
  }

  /**
   * @param tell is called with the share that is done, where the worker knows it
   * @throws what the worker answered, or WorkerError where there is none
   */
  ask<T extends Request['type'] & keyof Answers>(
    type: T,
    payload: Payload<T>,
    tell?: (share: number) => void,
  ): Promise<Answers[T]> {
    return this.open().request(type, payload, tell);
  }

  /**
   * Begins a run, or goes on with one that was kept, here or in a file. The images are lent unless the worker has them.
   * @throws what the worker answered; it has no run then
   */
  async start({ run, live }: RunOrder, dataset: Dataset, from: Origin | null = null): Promise<RunSummary> {
    const client = this.open();
    const images = this.lent === dataset ? null : imagesOf(dataset);
    // At once: another start may be asked for before this one is answered.
    this.lent = dataset;
    // What is kept is of a run that is over then, whatever this one comes to.
    if (from !== this.kept) this.kept = null;
    try {
      // The timeline is handed over: a run that goes on from the same place once more does without.
      if (this.kept !== null) this.kept = { ...this.kept, timeline: null };
      return await client.request('start', { run: { ...run, images }, live, wake: from });
    } catch (error) {
      if (this.client !== client) throw error;
      this.lent = null;
      // An earlier start was to bring the images, and they have not come.
      if (images === null && (error as Error).name === 'NotLentError') return this.start({ run, live }, dataset, from);
      throw error;
    }
  }

  /**
   * Gives the worker back and keeps the run.
   * @param before what is still to be asked of the worker
   * @param past bytes that may be kept of what can be shown of its past
   */
  sleep(before: (client: Client) => Promise<void>, past: number): Promise<void> {
    const client = this.open();
    return this.change(async () => {
      await before(client);
      this.kept = await client.request('sleep', { past });
      this.close();
    });
  }

  /** Has a worker go on with the run that was kept; `sleeping` says whether there is one. */
  wake(order: RunOrder, dataset: Dataset): Promise<RunSummary> {
    return this.change(() => this.start(order, dataset, this.kept));
  }

  /** Ends the worker; what it was asked and has not answered is rejected. A run that was kept stays kept. */
  close(): void {
    const { client } = this;
    this.client = null;
    this.lent = null;
    client?.close();
  }

  /** Does something in which the worker comes or goes; `settled` waits for it. */
  private change<T>(work: () => Promise<T>): Promise<T> {
    const changing = work().finally(() => {
      this.changing = null;
    });
    this.changing = changing;
    return changing;
  }
}

/** What a worker needs of a data set. */
const imagesOf = ({ n, width, height, images, intensities, labels, factors }: Dataset): Images => ({
  n,
  width,
  height,
  images,
  ...(intensities !== undefined && { intensities }),
  ...(factors !== undefined && { labels, factors }),
});
