import { afterEach, beforeEach, vi } from 'vitest';

/** Ms that handing out a task takes. */
export const TURN = 0.02;

/** An event loop with a clock of its own, which moves with every task, as steps take time, and when everybody waits. */
class FakeLoop {
  now = 1000;
  /** Ms spent on tasks. */
  busy = 0;
  /** Ms of the longest task. */
  longest = 0;
  tasks: { at: number; run: () => void }[] = [];

  post(run: () => void, delay = 0): void {
    this.tasks.push({ at: this.now + Math.max(0, delay), run });
  }

  /** Runs one task, the earliest, when it is due by `end`. */
  turn(end = Number.POSITIVE_INFINITY): boolean {
    const at = Math.min(...this.tasks.map((task) => task.at));
    if (!(at <= end) || this.tasks.length === 0) return false;
    const [task] = this.tasks.splice(
      this.tasks.findIndex((candidate) => candidate.at === at),
      1,
    );
    this.now = Math.max(this.now, at);
    const began = this.now;
    task!.run();
    this.longest = Math.max(this.longest, this.now - began);
    this.now += TURN;
    this.busy += this.now - began;
    return true;
  }

  run(duration: number): void {
    const end = this.now + duration;
    while (this.now < end && this.turn(end));
    this.now = Math.max(this.now, end);
  }

  /** The same, with the consequences of promises before and after every task. */
  async runAll(duration: number): Promise<void> {
    const end = this.now + duration;
    await settle();
    while (this.now < end && this.turn(end)) await settle();
    this.now = Math.max(this.now, end);
  }
}

/** Lets settled promises have their consequences, and those theirs. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The loop of the present test. */
export let loop: FakeLoop;

/** Ports that were closed. */
export const ports = { closed: 0 };

/** Gives the tests of a file timers, ports and a clock of their own. */
export function useFakeLoop(): void {
  beforeEach(() => {
    loop = new FakeLoop();
    class FakeChannel {
      readonly port1: { onmessage: (() => void) | null; close(): void } = {
        onmessage: null,
        close: () => ports.closed++,
      };
      readonly port2 = { postMessage: () => loop.post(() => this.port1.onmessage?.()) };
    }
    vi.stubGlobal('MessageChannel', FakeChannel);
    vi.stubGlobal('setTimeout', (run: () => void, delay: number) => loop.post(run, delay));
    vi.stubGlobal('performance', { now: () => loop.now });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
}
