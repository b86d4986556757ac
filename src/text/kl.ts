/** What the figure of two densities says; it comes with the figure. */
import type { Language } from './index';

export interface KlWords {
  readonly q: string;
  readonly p: string;
  /** The picture, read out. */
  readonly picture: (mu: string, sigma: string, draws: string) => string;
  readonly mu: string;
  readonly sigma: string;
  readonly shapeOf: Readonly<Record<'qBox' | 'pBox', string>>;
  readonly shapes: Readonly<Record<'normal' | 'box', string>>;
  readonly drawn: (count: string) => string;
  readonly more: (count: string) => string;
  /** Of the button that draws others in their place. */
  readonly anew: string;
  readonly area: string;
  readonly means: string;
  readonly table: {
    readonly caption: string;
    readonly name: string;
    readonly integral: string;
    readonly mean: (count: string) => string;
  };
  readonly rows: Readonly<Record<'forward' | 'back' | 'bhattacharyya', string>>;
}

export const klWords: Readonly<Record<Language, KlWords>> = {
  en: {
    q: 'q, yours to shape',
    p: 'p, with centre 0 and width 1',
    picture: (mu, sigma, draws) =>
      `Two densities on one axis: q with its centre at ${mu} and width ${sigma}, and p with its centre at 0 and width 1; ${draws} draws of q are marked. Drag q, or use the sliders.`,
    mu: 'centre μ of q',
    sigma: 'width σ of q',
    shapeOf: { qBox: 'Shape of q', pBox: 'Shape of p' },
    shapes: { normal: 'normal', box: 'box' },
    drawn: (count) => `Draws of q: ${count}`,
    more: (count) => `${count} more`,
    anew: 'Draw anew',
    area: 'q ln(q/p): its area is KL(q||p)',
    means: 'mean of ln(q/p) over the draws so far',
    table: {
      caption: 'How far apart, in nats',
      name: 'divergence',
      integral: 'by integral',
      mean: (count) => `by ${count} draws`,
    },
    rows: { forward: 'KL(q||p)', back: 'KL(p||q)', bhattacharyya: 'Bhattacharyya' },
  },
  zh: {
    q: 'q，由你来捏',
    p: 'p，中心 0，宽度 1',
    picture: (mu, sigma, draws) =>
      `同一条轴上的两个密度：q 的中心在 ${mu}、宽度为 ${sigma}，p 的中心在 0、宽度为 1；标出了 q 的 ${draws} 个样本。可以拖动 q，也可以用滑块。`,
    mu: 'q 的中心 μ',
    sigma: 'q 的宽度 σ',
    shapeOf: { qBox: 'q 的形状', pBox: 'p 的形状' },
    shapes: { normal: '正态', box: '均匀（方形）' },
    drawn: (count) => `q 的样本：${count}`,
    more: (count) => `再抽 ${count} 个`,
    anew: '重新抽',
    area: 'q ln(q/p)：它的面积就是 KL(q||p)',
    means: '目前所有样本上 ln(q/p) 的平均',
    table: {
      caption: '相隔多远，以奈特计',
      name: '散度',
      integral: '积分',
      mean: (count) => `${count} 个样本`,
    },
    rows: { forward: 'KL(q||p)', back: 'KL(p||q)', bhattacharyya: '巴氏距离' },
  },
};
