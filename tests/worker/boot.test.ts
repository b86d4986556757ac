import { afterEach, expect, it, vi } from 'vitest';
import { boot } from '../../src/worker/boot';
import { PATIENTLY } from '../support/patiently';

interface Scope {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage: ReturnType<typeof vi.fn>;
}

/** The scope of a worker. */
function createScope(): Scope {
  const scope: Scope = { onmessage: null, postMessage: vi.fn() };
  vi.stubGlobal('self', scope);
  return scope;
}

const message = (data: unknown): MessageEvent => new MessageEvent('message', { data });

afterEach(() => {
  vi.unstubAllGlobals();
});

it('hands on what was sent before the code was there, in order, and then stays out of the way', async () => {
  const scope = createScope();
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const seen: unknown[] = [];
  boot(async () => {
    await arrived;
    scope.onmessage = ({ data }) => seen.push(data);
  });
  scope.onmessage!(message(1));
  scope.onmessage!(message(2));
  expect(seen).toEqual([]);
  arrive();
  await vi.waitUntil(() => seen.length > 0, PATIENTLY);
  scope.onmessage!(message(3));
  expect(seen).toEqual([1, 2, 3]);
  expect(scope.postMessage).not.toHaveBeenCalled();
});

it('says so where the code does not come', async () => {
  const scope = createScope();
  boot(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  scope.onmessage!(message(1));
  await vi.waitUntil(() => scope.postMessage.mock.calls.length > 0, PATIENTLY);
  expect(scope.postMessage.mock.calls).toEqual([
    [{ type: 'missing', message: 'Failed to fetch dynamically imported module' }],
  ]);
});
