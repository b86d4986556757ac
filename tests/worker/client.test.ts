import { afterEach, describe, expect, it, vi } from 'vitest';
import { EngineError } from '../../src/model/engineError';
import { type Client, createClient, startWorker } from '../../src/worker/client';
import { flatten } from '../../src/worker/failure';
import type { Posted, Response } from '../../src/worker/protocol';

/** The far end of a client: keeps requests, and answers when told to. */
class FakeWorker {
  readonly requests: Posted[] = [];
  terminated = 0;
  private readonly target = new EventTarget();

  postMessage = (request: Posted): void => {
    this.requests.push(request);
  };

  addEventListener = (type: string, listener: EventListenerOrEventListenerObject): void => {
    this.target.addEventListener(type, listener);
  };

  terminate = (): void => {
    this.terminated += 1;
  };

  respond(response: Response): void {
    this.target.dispatchEvent(new MessageEvent('message', { data: response }));
  }

  break(message: string): void {
    this.target.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

function connect() {
  const worker = new FakeWorker();
  return { worker, client: createClient(worker as unknown as Worker) };
}

describe('requests', () => {
  it('carry their type, their payload and an id of their own', () => {
    const { worker, client } = connect();
    const z = Float32Array.of(1, 2);
    void client.request('decode', { z });
    void client.request('survey', { key: 'measure', job: { kind: 'measure' } });
    expect(worker.requests).toEqual([
      { type: 'decode', id: expect.any(Number), z },
      { type: 'survey', id: expect.any(Number), key: 'measure', job: { kind: 'measure' } },
    ]);
    expect(worker.requests[0]!.id).not.toBe(worker.requests[1]!.id);
  });

  it('tell what share of them is done to whoever has asked, until they are answered', async () => {
    const { worker, client } = connect();
    const shares: [string, number][] = [];
    const ask = (name: string) =>
      client.request('survey', { key: name, job: { kind: 'measure' } }, (share) => shares.push([name, share]));
    const [first] = [ask('first'), ask('second'), client.request('survey', { key: 'third', job: { kind: 'measure' } })];
    const [one, other, third] = worker.requests.map(({ id }) => id) as [number, number, number];
    worker.respond({ type: 'progress', id: one, share: 0.25 });
    worker.respond({ type: 'progress', id: other, share: 0.5 });
    worker.respond({ type: 'progress', id: third, share: 0.75 });
    worker.respond({ type: 'answer', id: one, value: null });
    worker.respond({ type: 'progress', id: one, share: 1 });
    expect(await first).toBeNull();
    expect(shares).toEqual([
      ['first', 0.25],
      ['second', 0.5],
    ]);
  });

  it('are answered by id, in whatever order', async () => {
    const { worker, client } = connect();
    const asked = [0, 1, 2].map((i) => client.request('decode', { z: Float32Array.of(i) }));
    for (const i of [2, 0, 1]) {
      worker.respond({ type: 'answer', id: worker.requests[i]!.id, value: Float32Array.of(10 * i) });
    }
    expect(await Promise.all(asked)).toEqual([0, 1, 2].map((i) => Float32Array.of(10 * i)));
  });

  it('are not disturbed by answers to nobody, or by a second answer', async () => {
    const { worker, client } = connect();
    const asked = client.request('save', {});
    const { id } = worker.requests[0]!;
    worker.respond({ type: 'answer', id: id + 1000, value: null });
    worker.respond({ type: 'failure', id: id + 1000, error: { name: 'Error', message: 'lost', stack: undefined } });
    worker.respond({ type: 'answer', id, value: null });
    worker.respond({ type: 'failure', id, error: { name: 'Error', message: 'late', stack: undefined } });
    expect(await asked).toBeNull();
  });
});

describe('the images of a run', () => {
  it.each<[string, (client: Client, worker: FakeWorker) => void]>([
    ['has answered', (_, worker) => worker.respond({ type: 'answer', id: worker.requests[0]!.id, value: null })],
    ['is closed', (client) => client.close()],
    ['breaks', (_, worker) => worker.break('out of memory')],
  ])('are no longer lent when the worker %s', async (_, over) => {
    const { worker, client } = connect();
    const images = { n: 2, width: 1024, height: 1024, images: new Float32Array(2 ** 21) };
    const started = client.request('start', { run: { images } as never, live: {} as never, wake: null });
    started.catch(() => undefined);
    const { run } = worker.requests[0] as Extract<Posted, { type: 'start' }>;
    const closed = new Promise((resolve) => run.images!.rest!.addEventListener('close', resolve));
    over(client, worker);
    await closed;
  });

  it('are no longer lent where they cannot be sent', async () => {
    const { worker, client } = connect();
    let closed: Promise<unknown> = Promise.resolve();
    vi.spyOn(worker, 'postMessage').mockImplementationOnce((request) => {
      const { run } = request as Extract<Posted, { type: 'start' }>;
      closed = new Promise((resolve) => run.images!.rest!.addEventListener('close', resolve));
      throw new DOMException('it cannot be cloned', 'DataCloneError');
    });
    const images = { n: 2, width: 1024, height: 1024, images: new Float32Array(2 ** 21) };
    const started = client.request('start', { run: { images } as never, live: {} as never, wake: null });
    await expect(started).rejects.toMatchObject({ name: 'DataCloneError' });
    await closed;
  });
});

describe('failures', () => {
  it('are rebuilt with name, message and stack', async () => {
    const { worker, client } = connect();
    const asked = client.request('configure', {} as never);
    const error = { name: 'DataError', message: 'train.idx is not an IDX file', stack: 'DataError: …\n    at worker' };
    worker.respond({ type: 'failure', id: worker.requests[0]!.id, error });
    const thrown = await asked.catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).toMatchObject(error);
  });

  it('have a stack of their own where the worker had none', async () => {
    const { worker, client } = connect();
    const asked = client.request('save', {});
    const error = { name: 'RangeError', message: 'too long', stack: undefined };
    worker.respond({ type: 'failure', id: worker.requests[0]!.id, error });
    await expect(asked).rejects.toMatchObject({ name: 'RangeError', message: 'too long', stack: expect.any(String) });
  });

  it('of one request leave the others waiting', async () => {
    const { worker, client } = connect();
    const [first, second] = [
      client.request('save', {}),
      client.request('survey', { key: 'measure', job: { kind: 'measure' } }),
    ];
    const error = { name: 'Error', message: 'no', stack: undefined };
    worker.respond({ type: 'failure', id: worker.requests[0]!.id, error });
    await expect(first).rejects.toThrow('no');
    worker.respond({ type: 'answer', id: worker.requests[1]!.id, value: null });
    expect(await second).toBeNull();
  });
});

describe('an EngineError', () => {
  it('crosses with the reasons of its engines', async () => {
    const { worker, client } = connect();
    const thrown = new EngineError([
      { engine: 'webgl', cause: 'unsupported', message: 'no WebGL 2' },
      { engine: 'simd', cause: 'refused', message: 'forbidden' },
    ]);
    const asked = client.request('save', {});
    worker.respond({ type: 'failure', id: worker.requests[0]!.id, error: structuredClone(flatten(thrown)) });
    const { name, message, engines } = thrown;
    await expect(asked).rejects.toMatchObject({ name, message, engines });
  });
});

describe('events', () => {
  it('reach a listener no more once it has been taken off', () => {
    const { worker, client } = connect();
    const [gone, kept] = [vi.fn(), vi.fn()];
    const stop = client.onEvent(gone);
    client.onEvent(kept);
    stop();
    worker.respond({ type: 'event', event: { kind: 'diverged', step: 9, restored: 4 } });
    expect(gone).not.toHaveBeenCalled();
    expect(kept).toHaveBeenCalledTimes(1);
  });

  it('reach every listener, and no request', async () => {
    const { worker, client } = connect();
    const [first, second] = [vi.fn(), vi.fn()];
    client.onEvent(first);
    client.onEvent(second);
    const asked = client.request('save', {});
    const event = { kind: 'diverged', step: 9, restored: 4 } as const;
    worker.respond({ type: 'event', event });
    expect(first.mock.calls).toEqual([[event]]);
    expect(second.mock.calls).toEqual([[event]]);
    worker.respond({ type: 'answer', id: worker.requests[0]!.id, value: null });
    expect(await asked).toBeNull();
    expect(first).toHaveBeenCalledTimes(1);
  });
});

describe('the end', () => {
  it('close ends the worker and rejects what is pending', async () => {
    const { worker, client } = connect();
    const answered = client.request('save', {});
    const pending = [
      client.request('save', {}),
      client.request('survey', { key: 'measure', job: { kind: 'measure' } }),
    ];
    worker.respond({ type: 'answer', id: worker.requests[0]!.id, value: null });
    client.close();
    expect(worker.terminated).toBe(1);
    expect(await answered).toBeNull();
    for (const request of pending) await expect(request).rejects.toMatchObject({ name: 'AbortError' });
    await expect(client.request('save', {})).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.requests).toHaveLength(3);
  });

  it('close is the last that listeners hear of', () => {
    const { worker, client } = connect();
    const listener = vi.fn();
    client.onEvent(listener);
    client.close();
    worker.respond({ type: 'event', event: { kind: 'diverged', step: 1, restored: 0 } });
    expect(listener).not.toHaveBeenCalled();
  });

  it('a worker that breaks down is ended and rejects what is pending, with its message', async () => {
    const { worker, client } = connect();
    const pending = [
      client.request('save', {}),
      client.request('survey', { key: 'measure', job: { kind: 'measure' } }),
    ];
    worker.break('out of memory');
    const crash = { name: 'WorkerError', cause: 'crashed', message: expect.stringContaining('out of memory') };
    for (const request of pending) await expect(request).rejects.toMatchObject(crash);
    await expect(client.request('save', {})).rejects.toMatchObject(crash);
    expect(worker.terminated).toBe(1);
    client.close();
    await expect(client.request('save', {}), 'the reason stays').rejects.toMatchObject(crash);
  });

  it.each<[string, (worker: FakeWorker) => void]>([
    ['does not load', (worker) => worker.break('')],
    ['comes damaged', (worker) => worker.break('Uncaught SyntaxError: Unexpected token <')],
    ['lacks a part', (worker) => worker.respond({ type: 'missing', message: 'Failed to fetch' })],
  ])('a script that %s is missing', async (_, fail) => {
    const { worker, client } = connect();
    const pending = client.request('save', {});
    fail(worker);
    await expect(pending).rejects.toMatchObject({ name: 'WorkerError', cause: 'missing' });
    await expect(client.request('save', {})).rejects.toMatchObject({ cause: 'missing' });
  });

  it('a worker that has answered before was there, whatever breaks it', async () => {
    const { worker, client } = connect();
    void client.request('save', {});
    worker.respond({ type: 'answer', id: worker.requests[0]!.id, value: null });
    const pending = client.request('save', {});
    worker.break('Uncaught SyntaxError: in what was evaluated');
    await expect(pending).rejects.toMatchObject({ cause: 'crashed' });
  });

  it('what cannot be sent is rejected, and nothing else', async () => {
    const { worker, client } = connect();
    const pending = client.request('save', {});
    const post = vi.spyOn(worker, 'postMessage').mockImplementationOnce(() => {
      throw new DOMException('it cannot be cloned', 'DataCloneError');
    });
    await expect(client.request('survey', { key: 'measure', job: { kind: 'measure' } })).rejects.toMatchObject({
      name: 'DataCloneError',
    });
    expect(post).toHaveBeenCalledTimes(1);
    worker.respond({ type: 'answer', id: worker.requests[0]!.id, value: null });
    expect(await pending).toBeNull();
  });
});

describe('where the browser has no worker for the page', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('starting does not throw, and every request says why', async () => {
    vi.stubGlobal(
      'Worker',
      class {
        constructor() {
          throw new DOMException('not from origin null', 'SecurityError');
        }
      },
    );
    const client = startWorker();
    const refused = { name: 'WorkerError', cause: 'refused', message: expect.stringContaining('not from origin null') };
    await expect(client.request('survey', { key: 'measure', job: { kind: 'measure' } })).rejects.toMatchObject(refused);
    client.onEvent(() => undefined)();
    client.close();
    await expect(client.request('save', {})).rejects.toMatchObject(refused);
  });

  it('a policy that forbids the worker refuses it, in whatever order the browser tells', async () => {
    for (const order of ['before', 'after'] as const) {
      const document = new EventTarget();
      vi.stubGlobal('document', document);
      const tell = (effectiveDirective: string): void => {
        document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { effectiveDirective }));
      };
      const { worker, client } = connect();
      const pending = client.request('save', {});
      tell('img-src');
      if (order === 'before') tell('worker-src');
      worker.break('');
      if (order === 'after') tell('worker-src');
      await expect(pending).rejects.toMatchObject({ name: 'WorkerError', cause: 'refused' });
    }
  });

  it('a policy on something else refuses no worker', async () => {
    const document = new EventTarget();
    vi.stubGlobal('document', document);
    const { worker, client } = connect();
    const pending = client.request('save', {});
    document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { effectiveDirective: 'img-src' }));
    worker.break('');
    await expect(pending).rejects.toMatchObject({ cause: 'missing' });
  });

  it('a worker that is closed before it speaks leaves no listener for policies behind', () => {
    const document = new EventTarget();
    vi.stubGlobal('document', document);
    const added = vi.spyOn(document, 'addEventListener');
    const removed = vi.spyOn(document, 'removeEventListener');
    connect().client.close();
    expect(added.mock.calls.length).toBeGreaterThan(0);
    expect(removed.mock.calls).toEqual(added.mock.calls);
  });
});
