import { afterEach, expect, it } from 'vitest';
import { type OpenFigures, openFigures } from '../../../src/figures/openFigures';
import { deskOf } from '../../../src/figures/sweep/deskOf';
import { FIGURES } from '../../../src/figures/table';
import type { FigureSpec } from '../../../src/state/figureSpec';

let opened: OpenFigures | null = null;
afterEach(() => {
  opened?.dispose();
  opened = null;
});

it('each figure that sweeps has a desk of its own, with the plan and the base that the table gives it', () => {
  history.replaceState(null, '', '#v=1&play=0&sw=b:0,2&compare.right.r=7');
  const luck: FigureSpec = {
    id: 'luck',
    labs: [],
    linked: [],
    sweeps: { plan: { setting: 'latent', values: [1, 2], steps: 50 }, base: 'compare.right' },
  };
  opened = openFigures([FIGURES.lab, FIGURES.compare, FIGURES.sweep, luck], location.href);
  const [first, second] = [deskOf(opened, FIGURES.sweep), deskOf(opened, luck)];
  expect(deskOf(opened, luck)).toBe(second);
  expect(window.sweeps).toEqual({ sweep: first, luck: second });
  expect(first.plan).toMatchObject({ setting: 'beta', values: [0, 2] });
  expect(second.plan).toEqual(luck.sweeps!.plan);
  // Both at once: those of one are not cleared away by the other.
  const sweeps = [first.start(), second.start()];
  expect(first.sweep).toBe(sweeps[0]);
  const models = sweeps.flatMap((sweep) => sweep.models);
  expect(models.map(({ id }) => id)).toEqual(['sweep-0', 'sweep-1', 'luck-0', 'luck-1']);
  expect(
    models.map(({ lab }) => lab.settings.seed),
    'as the base of each',
  ).toEqual([1, 1, 7, 7]);
  second.set({ steps: 60 });
  expect(Object.values(opened.sweeps).map((text) => text.getState())).toEqual(['b:0,2', 'z:1,2:60']);
});
