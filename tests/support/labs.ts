import { Lab } from '../../src/state/lab';
import type { Settings } from '../../src/state/settings';
import type { Frame } from '../../src/worker/frameProtocol';
import type { DataFailure, DataOrder, Dataset, Library, Progress } from '../../src/worker/libraryProtocol';
import type { Sleep } from '../../src/worker/protocol';
import { FakeClient, frameOf, summaryOf, turn } from './fakeClient';
import { plainHyper } from './models';

/** Three images without labels, of any size. */
export const plainImages = (width: number, height = width): Dataset => ({
  name: 'images',
  n: 3,
  width,
  height,
  labels: null,
  images: new Float32Array(3 * width * height),
});

/** Three images of one pixel. */
export const datasetOf = (name = 'three'): Dataset => ({
  name,
  n: 3,
  width: 1,
  height: 1,
  labels: null,
  images: new Float32Array(3),
});

export const dataFailure = (): DataFailure =>
  Object.assign(new Error('holiday.png is not an IDX file'), { name: 'DataError', problem: null });

interface Waiting {
  readonly order: DataOrder;
  resolve(dataset: Dataset): void;
  reject(error: Error): void;
  onProgress(progress: Progress): void;
}

/** A library without a worker; by itself it has every data set at once. */
export class FakeLibrary implements Library {
  readonly orders: DataOrder[] = [];
  /** Whether orders wait for the test to answer them. */
  slow = false;
  readonly waiting: Waiting[] = [];
  private readonly ready = new Map<string, Dataset>();

  load(order: DataOrder, watch: Parameters<Library['load']>[1] = {}): Promise<Dataset> {
    this.orders.push(order);
    if (!this.slow) {
      const key = JSON.stringify(order);
      const dataset =
        this.ready.get(key) ?? datasetOf(order.source.kind === 'set' ? order.source.set : order.source.kind);
      this.ready.set(key, dataset);
      return Promise.resolve(dataset);
    }
    return new Promise((resolve, reject) => {
      watch.signal?.addEventListener('abort', () => reject(new DOMException('ended', 'AbortError')));
      this.waiting.push({ order, resolve, reject, onProgress: (progress) => watch.onProgress?.(progress) });
    });
  }

  shelve(order: DataOrder, dataset: Dataset): void {
    this.ready.set(JSON.stringify(order), dataset);
  }

  dispose(): void {}
}

/** A lab whose workers and images are the test's. */
export function createLab(settings: Partial<Settings> = {}, playing = false) {
  const clients: FakeClient[] = [];
  const library = new FakeLibrary();
  const draws: (() => void)[] = [];
  const moves: (() => void)[] = [];
  const lab = new Lab(
    {
      startClient: () => {
        const client = new FakeClient();
        clients.push(client);
        return client;
      },
      library,
      baseUrl: 'https://example.org/',
      schedule: (draw) => draws.push(draw),
      nextFrame: (move) => moves.push(move),
    },
    settings,
    playing,
  );
  return {
    lab,
    clients,
    library,
    state: () => lab.store.getState(),
    notices: () => lab.notices.store.getState(),
    /** The worker that was started last. */
    get client(): FakeClient {
      return clients.at(-1)!;
    },
    /** The next picture is due. */
    async draw(): Promise<void> {
      for (const each of draws.splice(0)) each();
      await turn();
    },
    /** The next animation frame, in which no picture is drawn. */
    async animate(): Promise<void> {
      for (const each of moves.splice(0)) each();
      await turn();
    },
  };
}

export type MadeLab = ReturnType<typeof createLab>;

/** Answers what a lab asks for when its run has begun. */
export async function begin(made: MadeLab, frame: Partial<Frame> = {}): Promise<void> {
  await turn();
  await made.client.answer('start', summaryOf());
  await made.client.answer('play', null);
  await made.client.answer('frame', frameOf(frame));
  await made.draw();
}

/** A lab with a run whose first frame has been drawn. */
export async function open(settings: Partial<Settings> = {}, playing = false): Promise<MadeLab> {
  const made = createLab(settings, playing);
  const opened = made.lab.open();
  await begin(made);
  await opened;
  return made;
}

/** Has a lab read images of the reader's own, and their run begin. */
export async function loadOwn(
  { lab, client }: Pick<MadeLab, 'lab' | 'client'>,
  ...what: Parameters<Lab['loadData']>
): Promise<void> {
  const loading = lab.loadData(...what);
  await turn();
  await client.answer('start', summaryOf());
  await loading;
}

/** Answers the frame under way and draws it. */
export async function land(made: MadeLab, step = 0, part: Partial<Frame> = {}): Promise<void> {
  await made.client.answer('frame', frameOf({ step, ...part }));
  await made.draw();
}

/** What a worker hands over when its lab falls asleep. */
export const sleepOf = (step: number): Sleep => ({
  parameters: {
    architecture: { inputs: 1, hidden: [], latent: 2, activation: 'relu' },
    values: new Float32Array(1),
    first: new Float32Array(1),
    second: new Float32Array(1),
    step,
  },
  trainer: {
    step,
    epochs: 1,
    order: new Uint32Array(3),
    cursor: 0,
    batches: { words: [1, 2, 3, 4], spare: null },
    noise: { words: [1, 2, 3, 4], spare: 0.5 },
  },
  axes: [0, 1],
  serving: { engine: 'simd', engineReason: { code: 'software', renderer: null, other: null }, arithmetic: 'fused' },
  timeline: null,
  settings: { hyper: plainHyper, batchSize: 16 },
});
