import { createElement } from 'react';
import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { Spread } from '../../../src/figures/sweep/Spread';
import type { Site } from '../../../src/panels/context';
import type { Sweep, SweepPoint } from '../../../src/state/sweep';
import { mountOnPage } from '../page';

const pointOf = (step: number, reconstruction: number): SweepPoint => ({
  step,
  training: { reconstruction, regulariser: 5 },
  heldOut: { reconstruction: reconstruction + 2, regulariser: 6 },
});

/** What is said of the spread of models with these trails. */
async function said(trails: readonly SweepPoint[][], out = trails.map(() => false)): Promise<string> {
  const store = createStore(() => ({ phase: 'training', points: 1, out }));
  const sweep = { store, models: trails.map((trail) => ({ trail })) } as unknown as Sweep;
  const { root, unmount } = await mountOnPage(createElement(Spread, { sweep }), {} as Site);
  const text = root.textContent!;
  unmount();
  return text;
}

it('averages seeds at one step, which it names, and says that each holds out other images', async () => {
  // At step 100 both have 20; the faster one is at 10 by now.
  const text = await said([
    [pointOf(50, 30), pointOf(100, 20)],
    [pointOf(80, 24), pointOf(120, 16)],
  ]);
  expect(text).toBe(
    'Of 2 seeds at step 100, mean ± standard deviation: R 20.0 ± 0, K 5.00 ± 0. Held out: R 22.0 ± 0, K 6.00 ± 0; each seed holds out other images, so this is their luck as well.',
  );
});

it('leaves out one that does not go along, and says nothing before all have been measured', async () => {
  const trails = [[pointOf(100, 20)], [pointOf(100, 22)], [pointOf(10, 40)]];
  expect(await said(trails, [false, false, true])).toMatch(/^Of 2 seeds at step 100,.* R 21\.0 ± 1\.4/);
  expect(await said([...trails.slice(0, 2), []])).toBe('');
});
