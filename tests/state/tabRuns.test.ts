import { expect, it, vi } from 'vitest';
import type { Lab } from '../../src/state/lab';
import { restoreRuns, tabRunsOf } from '../../src/state/tabRuns';
import { summaryOf, turn } from '../support/fakeClient';
import { begin, createLab, land, open, sleepOf } from '../support/labs';

/** What a tab keeps of one lab that was at step 40. */
async function kept(settings = {}) {
  const { lab, ...made } = await open(settings, true);
  await land({ lab, ...made } as Parameters<typeof land>[0], 40, { training: true });
  lab.run.connection.kept = sleepOf(40);
  // As it comes out of the browser's store.
  return structuredClone(tabRunsOf([{ id: 'lab', lab }]));
}

it('has a run go on with its history where the tab was put away', async () => {
  const runs = await kept();
  const made = createLab({}, false);
  const restored = vi.fn<(lab: Lab, step: number) => void>();
  restoreRuns([{ id: 'lab', lab: made.lab }], runs, restored);
  const opened = made.lab.open();
  await turn();
  await made.client.answer('start', summaryOf());
  await opened;
  await turn();
  const { wake } = made.client.last('start').payload as { wake: { parameters: { step: number } } };
  expect(wake.parameters.step).toBe(40);
  await begin(made, { step: 40 });
  expect(restored.mock.calls).toEqual([[made.lab, 40]]);
  expect(made.lab.history.points.map(({ step }) => step)).toContain(40);
  expect(made.state()).toMatchObject({ playing: true, failure: null });
});

it('leaves a run of another model than the settings say, and what has not been trained', async () => {
  const runs = await kept({ seed: 3 });
  const made = await open();
  const restored = vi.fn();
  restoreRuns([{ id: 'lab', lab: made.lab }], runs, restored);
  await turn();
  expect(made.clients).toHaveLength(1);
  expect(restored).not.toHaveBeenCalled();
  expect(tabRunsOf([{ id: 'lab', lab: made.lab }])).toEqual({});
});
