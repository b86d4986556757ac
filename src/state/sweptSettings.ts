import type { Settings } from './settings';
import type { SweepPlan } from './sweepPlan';

/** Whether the models of a sweep would all be the same: a point has no ellipse that σ could be a share of. */
export const sweepsNothing = ({ setting }: Pick<SweepPlan, 'setting'>, { posterior }: Settings): boolean =>
  setting === 'noiseScale' && posterior === 'point';

/**
 * The settings of the models of a sweep. With β the noise is swept along where there is none, and with σ the pull: without
 * both K is no rate, and nothing is traded. Points have no noise, whatever σ is: theirs stays.
 * @param base of the lab that they are like in everything else
 */
export function sweptSettings({ setting, values }: SweepPlan, base: Settings): Settings[] {
  const usual: Partial<Settings> = {
    ...(setting === 'beta' && base.noiseScale === 0 && base.posterior !== 'point' && { noiseScale: 1 }),
    ...(setting === 'noiseScale' && base.beta === 0 && { beta: 1 }),
  };
  // As fast as they go: what is waited for is the end. Contexts of WebGL are few, and these models many.
  const own: Partial<Settings> = { speed: 0, engine: base.engine === 'auto' ? 'simd' : base.engine };
  return values.map((value) => ({ ...base, ...usual, ...own, axisX: 0, axisY: 0, [setting]: value }));
}
