/** The axes of codes of sprites take a factor each, and die as β grows. */
import { describe, expect, it } from 'vitest';
import { generateShapes } from '../../../src/data/sets/shapes';
import { plainLive } from '../../support/sessions';
import { createSimdSession } from '../../support/simdSession';

const LATENT = 5;
const shapes = generateShapes({ count: 4000, factors: ['shape', 'size', 'angle', 'x', 'y'] });

/** Squared correlation of each axis with a factor, and how many axes are active, after 6,000 steps. */
async function trainedAt(beta: number): Promise<{ active: number; explains: Record<string, number[]> }> {
  const session = createSimdSession();
  await session.start(
    {
      images: shapes,
      holdout: 0.1,
      seed: 1,
      hidden: [128],
      activation: 'relu',
      latent: LATENT,
      posterior: 'diagonal',
      init: 'small-ellipses',
      engine: 'simd',
    },
    { ...plainLive, batchSize: 64, hyper: { ...plainLive.hyper, beta } },
  );
  await session.step(6000, { axes: null, requests: {} });
  const { mu } = await session.encode(shapes.images);
  const { activeAxes } = await session.survey('measure', { kind: 'measure' });
  session.dispose();
  const axes = Array.from({ length: LATENT }, (_, axis) => mu.filter((_, at) => at % LATENT === axis));
  const explains = Object.fromEntries(
    shapes.factors!.map(({ name, values }) => [name, axes.map((axis) => squaredCorrelation(axis, values))]),
  );
  return { active: activeAxes, explains };
}

function squaredCorrelation(a: Float32Array, b: Float32Array): number {
  const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value / values.length, 0);
  const [ma, mb] = [mean(a), mean(b)];
  let [aa, bb, ab] = [0, 0, 0];
  for (const [i, value] of a.entries()) {
    aa += (value - ma) ** 2;
    bb += (b[i]! - mb) ** 2;
    ab += (value - ma) * (b[i]! - mb);
  }
  return ab ** 2 / (aa * bb);
}

describe('five axes on sprites of five factors', () => {
  it('are all active at β = 1, and place and size have one of their own', async () => {
    const { active, explains } = await trainedAt(1);
    expect(active).toBe(5);
    const taken = ['x', 'y', 'size'].map((name) => {
      const [first, second] = explains[name]!.toSorted((a, b) => b - a);
      expect(first, name).toBeGreaterThan(0.8);
      expect(second, name).toBeLessThan(0.1);
      return explains[name]!.indexOf(first!);
    });
    expect(new Set(taken).size).toBe(3);
  });

  it.each([
    [4, 3],
    [16, 1],
    [32, 0],
  ])('die as β grows: at %d there are %d', async (beta, expected) => {
    expect((await trainedAt(beta)).active).toBe(expected);
  });
});
