import { expect, it } from 'vitest';
import { Coverage } from '../../../src/math/coverage';
import type { Architecture } from '../../../src/model/layout';
import { measure } from '../../../src/worker/jobs/measure';
import { questions } from '../../../src/worker/jobs/questions';
import { createMoment } from '../../support/moments';
import { finish } from '../../support/work';

const architecture: Architecture = { inputs: 25, hidden: [9], latent: 3, activation: 'tanh' };
const coverage = new Coverage(64);
const answer = (noiseScale: number) =>
  finish(questions(createMoment(architecture, { hyper: { noiseScale }, axes: [0, 2] }).moment, coverage));

it('the questions are answered from the same moment and plane as the measures', async () => {
  const found = await answer(1);
  const measures = await finish(measure(createMoment(architecture, { axes: [0, 2] }).moment, coverage));
  expect(found).toMatchObject({ step: 7, axes: [0, 2] });
  for (const key of ['coverage1', 'coverage2', 'aggregateKl'] as const) expect(found[key]).toBe(measures[key]);
  expect(await answer(1), 'and alike each time').toEqual(found);
});

it('every draw of the prior is inside of the outlines or in a gap', async () => {
  for (const noiseScale of [1, 0.2, 0]) {
    const { plausibility, continuity } = await answer(noiseScale);
    const { inside, outside, completeness } = plausibility;
    expect(inside.count + outside.count).toBe(1000);
    expect(completeness.mean).toBeCloseTo((inside.plausible + outside.plausible) / 1000, 9);
    expect(continuity.inside?.count ?? 0).toBe(inside.count);
    // Points cover nothing.
    if (noiseScale === 0) expect(inside.count).toBe(0);
  }
});
