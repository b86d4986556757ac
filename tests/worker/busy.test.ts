import { afterEach, expect, it, vi } from 'vitest';
import { createPacer, type Pacer } from '../../src/worker/pacer';
import { PATIENTLY } from '../support/patiently';

let pacer: Pacer | null = null;
afterEach(() => {
  if (pacer !== null) pacer.playing = false;
});

it('takes no step while the hardware is behind, and goes on by itself', async () => {
  let steps = 0;
  let looks = 0;
  let busy = false;
  pacer = createPacer(
    () => {
      steps += 1;
      // A hundred at a time is what this hardware takes.
      if (steps % 100 === 0) busy = true;
    },
    (error) => expect.unreachable(String(error)),
    () => {
      looks += 1;
      return busy;
    },
  );
  pacer.playing = true;
  await vi.waitUntil(() => busy, PATIENTLY);
  const seen = looks;
  await vi.waitUntil(() => looks > seen + 3, PATIENTLY);
  expect(steps).toBe(100);
  busy = false;
  await vi.waitUntil(() => busy, PATIENTLY);
  expect(steps).toBe(200);
});
