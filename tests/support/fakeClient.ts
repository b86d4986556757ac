import { onPlane, posteriorsOf } from '../../src/math/posterior';
import type { Client } from '../../src/worker/client';
import type { Frame } from '../../src/worker/frameProtocol';
import type { Answers, RunEvent, RunSummary, TimelineNews } from '../../src/worker/protocol';

type RequestType = keyof Answers;

/** One request, as it was made. */
export interface Asked {
  readonly type: RequestType;
  readonly payload: Readonly<Record<string, unknown>>;
}

interface Pending extends Asked {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** A client without a worker: keeps what was asked until the test answers it. */
export class FakeClient implements Client {
  /** Everything ever asked, in order. */
  readonly asked: Asked[] = [];
  private readonly listeners = new Set<(event: RunEvent) => void>();
  private readonly timelines = new Set<(news: TimelineNews) => void>();
  private pending: Pending[] = [];
  closed = false;

  request<T extends RequestType>(type: T, payload: object): Promise<Answers[T]> {
    const request = { type, payload: payload as Asked['payload'] };
    this.asked.push(request);
    if (this.closed) return Promise.reject(new DOMException('The training worker was closed', 'AbortError'));
    return new Promise<Answers[T]>((resolve, reject) => {
      this.pending.push({ ...request, resolve: resolve as (value: unknown) => void, reject });
    });
  }

  onEvent(listener: (event: RunEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onTimeline(listener: (news: TimelineNews) => void): void {
    this.timelines.add(listener);
  }

  close(): void {
    this.closed = true;
    const error = new DOMException('The training worker was closed', 'AbortError');
    for (const { reject } of this.pending.splice(0)) reject(error);
  }

  /** Something happens to the run unasked. */
  emit(event: RunEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** Something has become of the timeline. */
  tell(news: TimelineNews): void {
    for (const listener of this.timelines) listener(news);
  }

  count(type: RequestType): number {
    return this.asked.filter((request) => request.type === type).length;
  }

  last(type: RequestType): Asked {
    const request = this.asked.findLast((candidate) => candidate.type === type);
    if (request === undefined) throw new Error(`Nobody has asked for ${type}`);
    return request;
  }

  waiting(type: RequestType): number {
    return this.pending.filter((request) => request.type === type).length;
  }

  /** Answers the oldest request of a type that has no answer yet, and lets the consequences happen. */
  async answer<T extends RequestType>(type: T, value: Answers[T]): Promise<void> {
    this.take(type).resolve(value);
    await turn();
  }

  async fail(type: RequestType, error: Error): Promise<void> {
    this.take(type).reject(error);
    await turn();
  }

  private take(type: RequestType): Pending {
    const at = this.pending.findIndex((request) => request.type === type);
    if (at < 0) throw new Error(`Nobody is waiting for ${type}`);
    return this.pending.splice(at, 1)[0]!;
  }
}

/** Lets every promise that is settled have its consequences. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const POSTERIORS = posteriorsOf('diagonal', 2, {
  mu: new Float32Array(6),
  logVar: new Float32Array(6).fill(2 * Math.log(0.1)),
  lower: null,
});

/** A frame of three images. */
export const frameOf = (part: Partial<Frame> = {}): Frame => ({
  step: 0,
  epoch: 0,
  stepsPerSecond: 0,
  training: false,
  losses: { reconstruction: 10, regulariser: 2, total: 12 },
  restLosses: null,
  ...POSTERIORS,
  stride: 1,
  plane: { axes: [0, 1], ...onPlane(POSTERIORS, [0, 1]) },
  noiseScale: 0,
  beta: 0,
  likelihood: 'bernoulli',
  regulariser: 'kl',
  sigmaX: null,
  circleCoverage: 0,
  view: { axes: null, requests: {} },
  pictures: {},
  given: {},
  ...part,
});

/** What a start is answered with. */
export const summaryOf = (part: Partial<RunSummary> = {}): RunSummary => ({
  engine: 'simd',
  engineReason: { code: 'only', renderer: null, other: null },
  arithmetic: 'fused',
  parameterCount: 100,
  heldOut: new Uint32Array(),
  ...part,
});
