import { describe, expect, it } from 'vitest';
import { gridCodes } from '../../../src/math/gridCodes';
import { lift } from '../../../src/math/planar';
import type { Architecture } from '../../../src/model/layout';
import { indicatricesOf, stretch } from '../../../src/worker/jobs/stretch';
import { expectClose } from '../../support/close';
import { createMoment } from '../../support/moments';
import { finish } from '../../support/work';

const architecture: Architecture = { inputs: 25, hidden: [9], latent: 3, activation: 'tanh' };
const window = { x: 0.3, y: -0.2, half: 1.5 };

/** Distances of the images of points p + h·e and p, over h: what one step along each axis of the plane changes. */
async function slopes(
  decode: (codes: Float32Array) => Promise<Float32Array>,
  [x, y]: readonly [number, number],
  h: number,
): Promise<Float64Array[]> {
  const images = await decode(Float32Array.of(x + h, y, x - h, y, x, y + h, x, y - h));
  const D = images.length / 4;
  return [0, 2].map((row) =>
    Float64Array.from({ length: D }, (_, i) => (images[row * D + i]! - images[(row + 1) * D + i]!) / (2 * h)),
  );
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

describe('the stretch of the plane', () => {
  it('is the area of the images of a small square, on the axes that are shown', async () => {
    const { moment, engine } = createMoment(architecture, { axes: [0, 2] });
    const answer = await finish(stretch(moment, { window, size: 5 }));
    expect(answer).toMatchObject({ step: 7, axes: [0, 2], window, size: 5 });
    expect(answer.values).toHaveLength(25);
    const points = gridCodes(window, 5);
    for (const cell of [0, 7, 24]) {
      const decode = (codes: Float32Array) => engine.decode(lift(codes, 3, [0, 2]), 'bernoulli');
      const [a, b] = await slopes(decode, [points[2 * cell]!, points[2 * cell + 1]!], 1 / 64);
      const area = Math.sqrt(dot(a!, a!) * dot(b!, b!) - dot(a!, b!) ** 2);
      expectClose(answer.values[cell]!, area, { rel: 0.01 }, `cell ${cell}`);
    }
  });

  it('is a length where codes have one axis', async () => {
    const { moment, engine } = createMoment({ ...architecture, latent: 1 }, { axes: [0, -1] });
    const { values } = await finish(stretch(moment, { window, size: 4 }));
    const decode = (codes: Float32Array) => engine.decode(lift(codes, 1, [0, -1]), 'bernoulli');
    const points = gridCodes(window, 4);
    const [along] = await slopes(decode, [points[2]!, points[3]!], 1 / 64);
    expectClose(values[1]!, Math.sqrt(dot(along!, along!)), { rel: 0.01 }, 'second column');
    expect(values.slice(4, 8), 'alike in all rows').toEqual(values.slice(0, 4));
  });
});

describe('indicatrices', () => {
  it('are of codes whose images differ by the change that they all stand for', async () => {
    const { moment, engine } = createMoment(architecture, { axes: [1, 2] });
    const { points, major, minor, angle, change, ...stamp } = await finish(
      indicatricesOf(moment, { window, count: 3 }),
    );
    expect(stamp).toEqual({ step: 7, axes: [1, 2] });
    expect(points).toEqual(gridCodes(window, 3));
    // A small part of each ellipse, where the decoder is nearly linear.
    const part = 0.02;
    for (let i = 0; i < 9; i++) {
      for (const [reach, turn] of [[major[i]!, 0] as const, [minor[i]!, Math.PI / 2] as const]) {
        const [dx, dy] = [Math.cos(angle[i]! + turn), Math.sin(angle[i]! + turn)].map((c) => c * part * reach);
        const [x, y] = [points[2 * i]!, points[2 * i + 1]!];
        const codes = lift(Float32Array.of(x + dx!, y + dy!, x - dx!, y - dy!), 3, [1, 2]);
        const images = await engine.decode(codes, 'bernoulli');
        const distance = Math.hypot(...images.subarray(0, 25).map((value, pixel) => value - images[25 + pixel]!));
        expectClose(distance, 2 * part * change, { rel: 0.02 }, `ellipse ${i}`);
      }
    }
  });

  it('seldom meet', async () => {
    const { moment } = createMoment(architecture);
    const { major, minor } = await finish(indicatricesOf(moment, { window, count: 5 }));
    const radii = [...major].map((a, i) => Math.sqrt(a * minor[i]!)).sort((a, b) => a - b);
    expectClose(radii[12]!, (0.6 * window.half) / 5, { rel: 1e-6 }, 'middling radius');
  });
});
