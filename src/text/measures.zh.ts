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
    aggregateKl: '全部椭圆合起来的 KL(q̄||p)',
    activeAxes: '有效的轴数',
    meanSigma: 'σ 的平均值',
    spread: '中心的散布',
  },
  plane: (name) => `${name}（仅平面内）`,
  notElbo: '−(R + KL)，此处并非 ELBO',
  coverage: (scale) => `${scale}σ 椭圆内的先验质量`,
  coverageOfPoints: '椭圆内的先验质量（σ 为 0，椭圆只是点）',
  nats: '奈特',
};
