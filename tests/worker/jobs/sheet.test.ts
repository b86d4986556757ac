import { describe, expect, it, vi } from 'vitest';
import { principalComponents } from '../../../src/math/pca';
import { type Architecture, createLayout } from '../../../src/model/layout';
import { sheet } from '../../../src/worker/jobs/sheet';
import { expectClose } from '../../support/close';
import { createMoment, strokes } from '../../support/moments';
import { run } from '../../support/run';
import { finish } from '../../support/work';

const D = 25;
const linear: Architecture = { inputs: D, hidden: [], latent: 2, activation: 'relu' };
const { mean, components, variances, error } = run(principalComponents({ images: strokes.images, pixels: D }, 3));

/** A linear model whose axes are sums of the first two components: their plane, with axes of its own. */
function slanted(): Float32Array {
  const layout = createLayout(linear);
  const values = new Float32Array(layout.size);
  const { head, output } = layout;
  // The codes (u, v) of the components' (a, b): a = 2u + v, b = v.
  const decode = [
    [2, 0],
    [1, 1],
  ];
  const encode = [
    [0.5, -0.5],
    [0, 1],
  ];
  for (let axis = 0; axis < 2; axis++) {
    let onMean = 0;
    for (let pixel = 0; pixel < D; pixel++) {
      const along = (k: number): number => components[k * D + pixel]!;
      const weight = encode[axis]![0]! * along(0) + encode[axis]![1]! * along(1);
      values[head.offset + pixel * head.outputs + axis] = weight;
      values[output.offset + axis * D + pixel] = decode[axis]![0]! * along(0) + decode[axis]![1]! * along(1);
      onMean += weight * mean[pixel]!;
    }
    values[head.offset + D * head.outputs + axis] = -onMean;
  }
  values.set(Float32Array.from(mean), output.offset + 2 * D);
  return values;
}

const of = (values: Float32Array, likelihood: 'squared' | 'bernoulli' = 'squared') =>
  finish(sheet(createMoment(linear, { values, hyper: { likelihood } }).moment));

describe('the surface of a decoder among the images', () => {
  it('of a linear model on the plane of PCA is that plane, with slanted axes', async () => {
    const found = await of(slanted());
    const least = error + variances[2]!;
    expectClose(found.pcaError, least, { rel: 1e-6 }, 'error of PCA');
    expectClose(found.modelError, least, { rel: 1e-4 }, 'error of the model');
    expect(found.angle).toBeLessThan(1e-5);
    const points = found.mesh.length / (3 * found.lines);
    for (let at = 2; at < found.mesh.length; at += 3) expectClose(found.mesh[at]!, 0, { abs: 1e-4 }, 'off the plane');
    // Along the second axis both components grow alike.
    const line = 3 * points * (found.lines / 2);
    const [across, up] = [0, 1].map((k) => found.mesh[line + 3 * (points - 1) + k]! - found.mesh[line + k]!);
    expectClose(across!, up!, { rel: 1e-3 });
  });

  it('has the images along the components, with their deviations', async () => {
    const { images, deviations } = await of(slanted());
    expect(images.length).toBe(3 * strokes.n);
    for (let k = 0; k < 3; k++) {
      const along = images.filter((_, at) => at % 3 === k);
      expectClose(along.reduce((sum, value) => sum + value, 0) / strokes.n, 0, { abs: 1e-4 });
      const variance = along.reduce((sum, value) => sum + value * value, 0) / strokes.n;
      expectClose(Math.sqrt(variance), deviations[k]!, { rel: 1e-3 });
      expectClose(deviations[k]!, Math.sqrt(variances[k]!), { rel: 1e-9 });
    }
  });

  it('is decoded in parts as small as those of other surveys, so that training has its turn between them', async () => {
    const { moment } = createMoment(linear, { hyper: { likelihood: 'squared' } });
    const asked = vi.spyOn(moment, 'rawOutputs');
    await finish(sheet(moment));
    expect(Math.max(...asked.mock.calls.map(([codes]) => codes.length / 2))).toBeLessThanOrEqual(128);
  });

  it('of a model that bends has no angle', async () => {
    const { moment } = createMoment({ ...linear, hidden: [6] }, { hyper: { likelihood: 'squared' } });
    expect((await finish(sheet(moment))).angle).toBeNull();
  });

  it('has no deviations where one image is trained on', async () => {
    const { moment } = createMoment(linear, { hyper: { likelihood: 'squared' }, holdout: 1 });
    const found = await finish(sheet(moment));
    expect(found.deviations).toEqual([0, 0, 0]);
    expect(found.pcaError).toBe(0);
    expect(found.images.every(Number.isFinite) && found.mesh.every(Number.isFinite)).toBe(true);
  });

  it('is refused where there is none', async () => {
    await expect(of(slanted(), 'bernoulli')).rejects.toThrow('logits');
    const { moment } = createMoment({ ...linear, latent: 3 }, { hyper: { likelihood: 'squared' } });
    await expect(finish(sheet(moment))).rejects.toThrow('codes of two axes, and these have 3');
  });
});
