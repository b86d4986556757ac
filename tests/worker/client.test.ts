import { describe, expect, it, vi } from 'vitest';
import { createClient } from '../../src/worker/client';
import type { Request, Response } from '../../src/worker/protocol';

/** The far end of a client: keeps requests, and answers when told to. */
class FakeWorker {
  readonly requests: Request[] = [];
  terminated = 0;
  private readonly target = new EventTarget();

  postMessage = (request: Request): void => {
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
    void client.request('measure', {});
    expect(worker.requests).toEqual([
      { type: 'decode', id: expect.any(Number), z },
      { type: 'measure', id: expect.any(Number) },
    ]);
    expect(worker.requests[0]!.id).not.toBe(worker.requests[1]!.id);
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
    const [first, second] = [client.request('save', {}), client.request('measure', {})];
    const error = { name: 'Error', message: 'no', stack: undefined };
    worker.respond({ type: 'failure', id: worker.requests[0]!.id, error });
    await expect(first).rejects.toThrow('no');
    worker.respond({ type: 'answer', id: worker.requests[1]!.id, value: null });
    expect(await second).toBeNull();
  });
});

describe('events', () => {
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
    const pending = [client.request('save', {}), client.request('measure', {})];
    worker.respond({ type: 'answer', id: worker.requests[0]!.id, value: null });
    client.close();
    expect(worker.terminated).toBe(1);
    expect(await answered).toBeNull();
    for (const request of pending) await expect(request).rejects.toThrow('closed');
  });

  it('an error of the worker rejects what is pending, with its message', async () => {
    const { worker, client } = connect();
    const pending = [client.request('save', {}), client.request('measure', {})];
    worker.break('out of memory');
    for (const request of pending) await expect(request).rejects.toThrow('out of memory');
  });

  it('a script that does not load has no message of its own', async () => {
    const { worker, client } = connect();
    const pending = client.request('save', {});
    worker.break('');
    await expect(pending).rejects.toThrow('did not load');
  });
});
