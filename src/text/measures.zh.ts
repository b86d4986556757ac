import type { MeasureWords } from './measures';

/** The words of the table in Chinese. */
export const measures: MeasureWords = {
  caption: '此刻在整个数据集上的测量',
  name: '指标',
  value: '数值',
  rows: {
    reconstruction: '重构 R',
    kl: '与先验的 KL 散度',
    elbo: 'ELBO',
    mutualInformation: '互信息 I(x; z)',
    activeAxes: '有效的轴数',
    meanSigma: 'σ 的平均值',
    spread: '中心的散布',
  },
  plane: (name) => `${name}（仅平面内）`,
  notElbo: '−(R + KL)，此处并非 ELBO',
  aggregateKl: (many) => `全部${many}合起来的 KL(q̄||p)`,
  coverage: (many, reach) => `${reach}σ ${many}内的先验质量`,
  coverageNoNoise: (many) => `${many}内的先验质量（σ 为 0，都只是点）`,
  coverageOfPoints: '后验内的先验质量（后验只是点）',
  boxKl: (kl, ellipses, rest, axis, outside, all) =>
    `为什么用椭圆：这 ${kl} 奈特中，σ 相同的椭圆只需 ${ellipses}，四角多出 ${rest}，即每轴 ${axis}。若先验是 ±1.73 上的均匀分布，只要有一个矩形伸出界外，KL 散度就是无穷大；此刻 ${all} 个中有 ${outside} 个伸出界外。`,
  nats: '奈特',
};
