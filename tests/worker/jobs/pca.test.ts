import { describe, expect, it } from 'vitest';
import { principalComponents, rebuildError } from '../../../src/math/pca';
import { type Architecture, createLayout } from '../../../src/model/layout';
import { pca } from '../../../src/worker/jobs/pca';
import { expectClose } from '../../support/close';
import { createMoment, strokes } from '../../support/moments';
import { run } from '../../support/run';
import { finish } from '../../support/work';

const D = 25;
const linear: Architecture = { inputs: D, hidden: [], latent: 2, activation: 'relu' };
const { mean, components, error, variances } = run(principalComponents({ images: strokes.images, pixels: D }, 3));

/** A linear model that encodes and decodes along two directions, scaled by 3 on the one side and 1/3 on the other. */
function along(directions: readonly Float64Array[], centre = mean): Float32Array {
  const layout = createLayout(linear);
  const values = new Float32Array(layout.size);
  const { head, output } = layout;
  directions.forEach((direction, axis) => {
    let onMean = 0;
    for (let pixel = 0; pixel < D; pixel++) {
      values[head.offset + pixel * head.outputs + axis] = direction[pixel]! / 3;
      values[output.offset + axis * D + pixel] = 3 * direction[pixel]!;
      onMean += direction[pixel]! * centre[pixel]!;
    }
    values[head.offset + D * head.outputs + axis] = -onMean / 3;
  });
  values.set(Float32Array.from(centre), output.offset + 2 * D);
  return values;
}

const component = (i: number): Float64Array => components.slice(i * D, (i + 1) * D);
const of = (values: Float32Array) =>
  finish(pca(createMoment(linear, { values, hyper: { likelihood: 'squared' } }).moment));
/** What two components leave of the images: what three leave, and the third. */
const least = error + variances[2]!;

describe('a linear model beside PCA', () => {
  it('has its error and its plane where it is PCA itself', async () => {
    const found = await of(along([component(1), component(0)]));
    expect(found.step).toBe(7);
    expectClose(found.pcaError, least, { rel: 1e-6 }, 'error of PCA');
    expectClose(found.modelError, least, { rel: 1e-4 }, 'error of the model');
    expect(found.angle).toBeLessThan(1e-5);
  });

  it('has more of an error, and an angle, where one direction is turned', async () => {
    const turn = 0.3;
    const turned = component(1).map((value, i) => Math.cos(turn) * value + Math.sin(turn) * component(2)[i]!);
    const found = await of(along([component(0), turned]));
    expectClose(found.angle, turn, { rel: 1e-4 }, 'angle');
    const more = Math.sin(turn) ** 2 * (variances[1]! - variances[2]!);
    expectClose(found.modelError - found.pcaError, more, { rel: 1e-3 }, 'error beyond that of PCA');
  });

  it('is of the images that both have seen, and apart of those that neither has', async () => {
    const holdout = 0.3;
    const { moment } = createMoment(linear, { hyper: { likelihood: 'squared' }, holdout });
    const { training, heldOut } = moment.shares;
    const own = run(principalComponents({ images: strokes.images, pixels: D, some: training }, 2));
    const values = along([own.components.slice(0, D), own.components.slice(D)], own.mean);
    const found = await finish(pca(createMoment(linear, { values, hyper: { likelihood: 'squared' }, holdout }).moment));
    expect(found.converged).toBe(true);
    expectClose(found.pcaError, own.error, { rel: 1e-9 }, 'error of PCA');
    expectClose(found.modelError, own.error, { rel: 1e-4 }, 'error of the model');
    const others = run(rebuildError({ images: strokes.images, pixels: D, some: heldOut }, own));
    expectClose(found.heldOut!.pcaError, others, { rel: 1e-9 }, 'error of PCA, held out');
    expectClose(found.heldOut!.modelError, others, { rel: 1e-4 }, 'error of the model, held out');
    expect(others).not.toBeCloseTo(own.error, 2);
    expect((await of(values)).heldOut).toBeNull();
  });

  it('has numbers where one image is trained on, which has no variance', async () => {
    const { moment } = createMoment(linear, { hyper: { likelihood: 'squared' }, holdout: 1 });
    expect(moment.shares.training).toHaveLength(1);
    const found = await finish(pca(moment));
    expect(found).toMatchObject({ pcaError: 0, converged: true });
    expect(found.modelError).toBeGreaterThan(0);
    expect(Number.isFinite(found.heldOut!.pcaError)).toBe(true);
  });

  it('is refused of a Bernoulli model, whose means are on no plane', async () => {
    await expect(finish(pca(createMoment(linear, { hyper: { likelihood: 'bernoulli' } }).moment))).rejects.toThrow(
      'no linear function',
    );
  });

  it('is refused of a model that is not linear', async () => {
    const { moment } = createMoment({ ...linear, hidden: [4] });
    await expect(finish(pca(moment))).rejects.toThrow(RangeError);
  });
});
