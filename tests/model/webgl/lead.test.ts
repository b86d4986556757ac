import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLead } from '../../../src/model/webgl/lead';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** A GPU that does a step in `cost` ms, one after another, as far as fences tell. */
function createGpu(cost: number) {
  let idleAt = 0;
  const gpu = { lost: false, fences: 0, cost };
  const gl = {
    SYNC_GPU_COMMANDS_COMPLETE: 1,
    SYNC_STATUS: 2,
    SIGNALED: 3,
    flush: () => undefined,
    isContextLost: () => gpu.lost,
    fenceSync: () => {
      gpu.fences += 1;
      return { doneAt: idleAt };
    },
    getSyncParameter: ({ doneAt }: { doneAt: number }) => (performance.now() >= doneAt ? 3 : 0),
    deleteSync: (fence: unknown) => {
      if (fence !== null) gpu.fences -= 1;
    },
  };
  const lead = createLead(gl as unknown as WebGL2RenderingContext);
  /** Queues steps until the lead is full, or for 8 ms of a thread that needs 0.1 ms a step; returns their number. */
  const slice = (): number => {
    for (let steps = 0; steps < 80; steps++) {
      if (lead.full) return steps;
      idleAt = Math.max(idleAt, performance.now()) + gpu.cost;
      lead.queued();
    }
    return 80;
  };
  /** Ms of work in the queue. */
  const backlog = (): number => Math.max(0, idleAt - performance.now());
  return { gpu, lead, slice, backlog };
}

it.each([0.5, 4, 30])('a GPU of %f ms a step is kept busy, and not far behind', (cost) => {
  const { slice, backlog } = createGpu(cost);
  for (let turn = 0; turn < 500; turn++) {
    slice();
    vi.advanceTimersByTime(8);
    // Four steps are let through whatever they cost.
    if (turn > 50) expect(backlog()).toBeLessThan(Math.max(100, 4 * cost));
    if (turn > 50) expect(backlog()).toBeGreaterThan(0);
  }
});

it('never holds up a thread that is slower than the GPU', () => {
  const { slice } = createGpu(0.01);
  for (let turn = 0; turn < 20; turn++) {
    slice();
    vi.advanceTimersByTime(8);
  }
  expect(slice()).toBe(80);
});

it('does not wait for a context that is lost, and leaves no fence behind', () => {
  const { gpu, lead, slice } = createGpu(1000);
  slice();
  expect(lead.full).toBe(true);
  gpu.lost = true;
  expect(lead.full).toBe(false);
  gpu.lost = false;
  slice();
  lead.dispose();
  expect(gpu.fences).toBe(0);
});
