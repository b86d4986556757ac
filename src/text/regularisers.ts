/** What the figure of the two regularisers says; it comes with the figure. */
import type { Language } from './index';

export interface RegulariserWords {
  readonly plane: string;
  /** The picture, read out. */
  readonly planeLabel: (mu: string, sigma: string) => string;
  readonly mu: string;
  readonly sigma: string;
  readonly overSigma: (mu: string) => string;
  readonly overMu: (sigma: string) => string;
  readonly names: Readonly<Record<'kl' | 'simple', string>>;
  readonly table: Readonly<Record<'caption' | 'value' | 'byMu' | 'bySigma' | 'regulariser', string>>;
  readonly prior: string;
}

export const regulariserWords: Readonly<Record<Language, RegulariserWords>> = {
  en: {
    plane: 'One ellipse and the unit circle',
    planeLabel: (mu, sigma) =>
      `An ellipse with its centre at ${mu} and an axis of ${sigma} along μ; its other axis is 1, as the circle's. Drag it, or use the sliders.`,
    mu: 'centre μ',
    sigma: 'axis σ',
    overSigma: (mu) => `over σ, at μ = ${mu}`,
    overMu: (sigma) => `over μ, at σ = ${sigma}`,
    names: { kl: 'KL', simple: 'μ² + (σ − 1)²' },
    table: {
      caption: 'What each costs, and how hard it pulls',
      regulariser: 'regulariser',
      value: 'cost',
      byMu: 'pull on μ',
      bySigma: 'pull on σ',
    },
    prior: 'unit circle',
  },
  zh: {
    plane: '一个椭圆与单位圆',
    planeLabel: (mu, sigma) =>
      `一个椭圆，中心在 ${mu}，沿 μ 方向的半轴为 ${sigma}；另一个半轴为 1，与圆相同。可以拖动，也可以用滑块。`,
    mu: '中心 μ',
    sigma: '半轴 σ',
    overSigma: (mu) => `随 σ 变化，μ = ${mu}`,
    overMu: (sigma) => `随 μ 变化，σ = ${sigma}`,
    names: { kl: 'KL', simple: 'μ² + (σ − 1)²' },
    table: {
      caption: '各自的代价与拉力',
      regulariser: '正则项',
      value: '代价',
      byMu: '对 μ 的拉力',
      bySigma: '对 σ 的拉力',
    },
    prior: '单位圆',
  },
};
