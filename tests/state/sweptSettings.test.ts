import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/state/settings';
import { usualPlan } from '../../src/state/sweepPlan';
import { sweptSettings } from '../../src/state/sweptSettings';

const LAB = { ...defaultSettings(), hidden: [7], learningRate: 0.01, beta: 3, noiseScale: 0.7, axisX: 2, axisY: 1 };

describe('the settings of the models of a sweep', () => {
  it('are those of the lab, but for what is swept and for how they are shown', () => {
    const plan = { ...usualPlan('latent'), values: [2, 5] };
    const [two, five] = sweptSettings(plan, LAB);
    expect(two).toEqual({ ...LAB, latent: 2, speed: 0, engine: 'simd', axisX: 0, axisY: 0 });
    expect(five).toEqual({ ...two, latent: 5 });
    expect(sweptSettings(plan, { ...LAB, engine: 'webgl' })[0]!.engine).toBe('webgl');
  });

  it('have noise where β is swept, and a pull where σ is, though the lab has none', () => {
    const plain = { ...LAB, beta: 0, noiseScale: 0 };
    for (const each of sweptSettings(usualPlan('beta'), plain)) expect(each.noiseScale).toBe(1);
    for (const each of sweptSettings(usualPlan('noiseScale'), plain)) expect(each.beta).toBe(1);
    for (const each of sweptSettings(usualPlan('beta'), LAB)) expect(each.noiseScale).toBe(0.7);
    const points = { ...plain, posterior: 'point' } as const;
    for (const each of sweptSettings(usualPlan('beta'), points)) expect(each.noiseScale, 'of points').toBe(0);
    for (const each of sweptSettings(usualPlan('seed'), plain)) expect(each).toMatchObject({ beta: 0, noiseScale: 0 });
  });
});
