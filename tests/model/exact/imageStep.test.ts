import { describe, expect, it } from 'vitest';
import { headParts } from '../../../src/math/posterior';
import { imageStep } from '../../../src/model/exact/imageStep';
import type { Slopes } from '../../../src/model/exact/regulariser';
import { createLayout, familyOf } from '../../../src/model/layout';
import { expectAllClose, expectClose, expectNear } from '../../support/close';
import { createProblem, plainHyper } from '../../support/models';
import { objectives, trialOf } from '../../support/objectives';
import { reference, referenceDecode } from '../../support/reference';
import { run, runToEnd } from '../../support/run';

/** The three images of a trial, each with the noise of its samples. */
function imagesOf(objective: (typeof objectives)[number]) {
  const { problem, images, noise, batch } = trialOf(objective);
  const { inputs, latent } = objective.architecture;
  return Array.from(batch, (_, b) => ({
    problem,
    image: images.slice(b * inputs, (b + 1) * inputs),
    noise: Float32Array.from(
      { length: objective.hyper.samples * latent },
      (_, i) => noise[(Math.floor(i / latent) * batch.length + b) * latent + (i % latent)]!,
    ),
  }));
}

/** The derivatives by what the head puts out, from those by μ and L. */
function byHead({ architecture }: (typeof objectives)[number], triangle: Float64Array, slopes: Slopes): number[] {
  const d = architecture.latent;
  const [diagonal, below] = headParts(familyOf(architecture), d);
  // L_ii = e^{½ ln L_ii²}.
  const logs = Array.from({ length: diagonal }, (_, i) => 0.5 * triangle[i * d + i]! * slopes.triangle[i * d + i]!);
  const entries = Array.from({ length: d }, (_, i) => [...slopes.triangle.subarray(i * d, i * d + i)]).flat();
  return [...slopes.mu, ...logs, ...entries.slice(0, below)];
}

const sum = (one: readonly number[], other: readonly number[]): number[] => one.map((value, i) => value + other[i]!);

describe('one image of a step', () => {
  it.each(objectives)('has the two pulls that together are the whole gradient: $name', (each) => {
    const { architecture, hyper } = each;
    const { head } = createLayout(architecture);
    // The bias of the head is added to what it puts out: of a batch of one image the derivatives by both are the same.
    const bias = head.offset + head.inputs * head.outputs;
    for (const { problem, image, noise } of imagesOf(each)) {
      const values = Float64Array.from(problem.parameters.values);
      const found = run(imageStep(problem.parameters, image, noise, hyper));
      const pulls = {
        reconstruction: byHead(each, found.posterior.triangle, found.slopes.reconstruction),
        regulariser: byHead(each, found.posterior.triangle, found.slopes.regulariser),
      };
      const gradientAt = (beta: number): Float64Array =>
        reference(architecture, values, image, noise, { ...hyper, beta }).gradient.subarray(bias, bias + head.outputs);
      expectNear(sum(pulls.reconstruction, pulls.regulariser), gradientAt(hyper.beta), 1e-9, 'R + βK');
      expectNear(pulls.reconstruction, gradientAt(0), 1e-9, 'R');
      const loss = (): number => reference(architecture, values, image, noise, hyper).total;
      const h = 1e-5;
      const numeric = Array.from({ length: head.outputs }, (_, o) => {
        const value = values[bias + o]!;
        values[bias + o] = value + h;
        const above = loss();
        values[bias + o] = value - h;
        const difference = above - loss();
        values[bias + o] = value;
        return difference / (2 * h);
      });
      expectNear(sum(pulls.reconstruction, pulls.regulariser), numeric, 1e-6, 'central differences');
    }
  });

  it.each(objectives)('costs what it costs in the step, and decodes as the model does: $name', (each) => {
    const { architecture, hyper } = each;
    const { latent, inputs } = architecture;
    for (const { problem, image, noise } of imagesOf(each)) {
      const { values } = problem.parameters;
      const found = run(imageStep(problem.parameters, image, noise, hyper));
      const expected = reference(architecture, values, image, noise, hyper);
      expectClose(found.reconstruction, expected.reconstruction, { rel: 1e-12, abs: 1e-12 }, 'R');
      expectClose(found.regulariser, expected.regulariser, { rel: 1e-12, abs: 1e-12 }, 'K');
      const { mu, triangle } = found.posterior;
      for (let sample = 0; sample < hyper.samples; sample++) {
        const z = found.codes.subarray(sample * latent, (sample + 1) * latent);
        const moved = Array.from(mu, (m, i) => {
          const row = triangle.subarray(i * latent, (i + 1) * latent);
          return m + hyper.noiseScale * row.reduce((total, entry, k) => total + entry * noise[sample * latent + k]!, 0);
        });
        expectAllClose(z, moved, { abs: 1e-12 }, 'z');
        const decoded = found.decoded.subarray(sample * inputs, (sample + 1) * inputs);
        expectAllClose(decoded, referenceDecode(architecture, values, z, hyper.likelihood), { abs: 1e-6 }, 'decode(z)');
      }
    }
  });

  it('is left alone by a regulariser without weight, even where it overflows', () => {
    const architecture = { inputs: 3, hidden: [4], latent: 2, activation: 'tanh', posterior: 'diagonal' } as const;
    const { parameters, images } = createProblem(architecture, 1);
    const { head } = createLayout(architecture);
    parameters.values[head.offset + head.inputs * head.outputs + 2] = 1400;
    const hyper = { ...plainHyper, beta: 0, noiseScale: 0 };
    const { regulariser, slopes } = run(imageStep(parameters, images, [0.3, 0.4], hyper));
    expect(regulariser).toBe(Number.POSITIVE_INFINITY);
    expect([...slopes.regulariser.mu, ...slopes.regulariser.triangle]).toEqual(new Array(6).fill(0));
  });

  it('yields after every layer', () => {
    const architecture = { inputs: 3, hidden: [4, 5], latent: 2, activation: 'relu' } as const;
    const { parameters, images } = createProblem(architecture, 1);
    const { turns } = runToEnd(imageStep(parameters, images, [0.3, 0.4, 1, -1], plainHyper));
    // Once up, and for each of two samples down and back.
    expect(turns).toBe(3 + 2 * (3 + 3));
  });
});
