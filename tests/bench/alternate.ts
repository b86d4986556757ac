/** Times programs against each other on a machine that is never quite idle. Runs in the browser. */

export interface Program {
  /** One unit of work; may only queue it. */
  step(): void;
  /** Waits for all queued work. */
  finish?(): Promise<unknown>;
}

/** Milliseconds a step: the best round is the least disturbed one, the median tells how much was disturbed. */
export interface Pace {
  readonly best: number;
  readonly median: number;
}

export interface Rounds {
  /** Rounds that count; before them each program runs until its code is compiled. */
  readonly rounds: number;
  /** About how long a round lasts; at least one step. */
  readonly milliseconds: number;
}

async function time({ step, finish }: Program, steps: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < steps; i++) step();
  await finish?.();
  return (performance.now() - start) / steps;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Rounds of all programs by turns, so that whatever else the machine does slows all of them alike. */
export async function alternate(programs: readonly Program[], { rounds, milliseconds }: Rounds): Promise<Pace[]> {
  const steps: number[] = [];
  for (const program of programs) {
    const count = (once: number): number => Math.min(5000, Math.max(1, Math.round(milliseconds / once)));
    await time(program, 2);
    const few = count(await time(program, 1));
    // The first estimate is of code that has hardly been compiled.
    steps.push(few === 1 ? 1 : count(await time(program, few)));
  }
  const times: number[][] = programs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, program] of programs.entries()) {
      await new Promise((resolve) => setTimeout(resolve));
      times[i]!.push(await time(program, steps[i]!));
    }
  }
  return times.map((all) => ({ best: Math.min(...all), median: median(all) }));
}
