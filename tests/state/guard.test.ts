import { afterEach, expect, it, vi } from 'vitest';
import { type GuardNews, guardRuns } from '../../src/state/guard';
import { land, open, sleepOf } from '../support/labs';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const news: GuardNews = {
  recovered: () => undefined,
  stalled: () => undefined,
  returned: () => undefined,
  noRoom: () => undefined,
};

it('has a run kept at once, and every half second from then on', async () => {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  const made = await open({}, true);
  await land(made, 40, { training: true });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const end = guardRuns({ all: [{ id: 'lab', lab: made.lab }] } as never, news, false);
  expect(made.client.count('keep')).toBe(1);
  await made.client.answer('ping', null);
  await made.client.answer('keep', sleepOf(41));
  await land(made, 60, { training: true });
  expect(made.client.count('keep')).toBe(1);
  vi.advanceTimersByTime(500);
  expect(made.client.count('keep')).toBe(2);
  end();
  vi.advanceTimersByTime(5000);
  expect(made.client.count('keep')).toBe(2);
});
