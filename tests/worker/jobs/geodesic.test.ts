import { expect, it } from 'vitest';
import { lift } from '../../../src/math/planar';
import type { Architecture } from '../../../src/model/layout';
import { geodesicOf } from '../../../src/worker/jobs/geodesic';
import { expectNear } from '../../support/close';
import { createMoment } from '../../support/moments';
import { finish } from '../../support/work';

const architecture: Architecture = { inputs: 25, hidden: [9], latent: 3, activation: 'tanh' };
const [from, to] = [
  [-1, 0.5],
  [1.5, -0.75],
] as const;

it('a geodesic tells the share that is done while others have their turn', async () => {
  const { moment } = createMoment(architecture, { axes: [0, 2] });
  const shares: number[] = [];
  const seen = new Set<number>();
  await finish(
    geodesicOf(moment, { from, to, images: 5 }, (share) => shares.push(share)),
    () => seen.add(shares.length),
  );
  expect(shares.at(-1)).toBe(1);
  expect(seen.size).toBeGreaterThan(2);
});

it('a geodesic has the ends that were asked for, is not longer than the line, and shows the images on both', async () => {
  const { moment, engine } = createMoment(architecture, { axes: [0, 2] });
  const answer = await finish(geodesicOf(moment, { from, to, images: 5 }));
  expect(answer).toMatchObject({ step: 7, axes: [0, 2], converged: true });
  expect([...answer.path.subarray(0, 2)]).toEqual([...from]);
  expect([...answer.path.subarray(-2)]).toEqual([...to]);
  expect(answer.length).toBeGreaterThan(0);
  expect(answer.length).toBeLessThanOrEqual(answer.straightLength * (1 + 1e-4));
  const corners = answer.path.length / 2 - 1;
  const way = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    ...answer.path.subarray(2 * share * corners, 2 * share * corners + 2),
  ]);
  const line = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [0, 1].map((i) => (1 - share) * from[i]! + share * to[i]!));
  const images = (points: number[]) => engine.decode(lift(Float32Array.from(points), 3, [0, 2]), 'bernoulli');
  expectNear(answer.strip, [...(await images(way))], 1e-6);
  expectNear(answer.straightStrip, [...(await images(line))], 1e-6);
});
