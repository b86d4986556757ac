import type { MeasureWords } from './measures';

/** The words of the table in Chinese. */
export const measures: MeasureWords = {
  caption: '此刻在整个数据集上的测量',
  captionAt: (step) => `第 ${step} 步在整个数据集上的测量`,
  name: '指标',
  value: '数值',
  explain: '各项说明',
  groups: {
    loss: '损失',
    together: '全部后验合起来',
    centres: '中心与坐标轴',
  },
  rows: {
    reconstruction: '重构 R',
    kl: '与先验的 KL 散度',
    elbo: 'ELBO',
    notElbo: '−(R + KL)，此处并非 ELBO',
    split: 'KL = I + KL(q̄||p)',
    mutualInformation: '互信息 I(x; z)',
    momentIdentity: '各轴的 Var μ + σ² 的平均',
    gridMass: '数值积分所含的质量',
    activeAxes: '有效的轴数',
    spread: '中心的散布',
    meanSigma: 'σ 的平均值',
    relativeSigma: 'σ 的平均值 / 中心的散布',
  },
  says: {
    reconstruction: (fromCentres, inNats) =>
      `由${fromCentres ? '中心 μ' : '后验中抽取的编码'}重构图像的误差${inNats ? ' −ln p(x|z)，单位为奈特' : '：平方误差，对像素求和'}。`,
    kl: '每个后验与先验的差距，取平均。',
    elbo: '−(R + KL)：不超过数据的对数似然 ln p(x)；β = σ = 1 时，训练提高的就是它。',
    notElbo: 'ELBO 要求后验有宽度、从整个后验抽取编码（σ = 1），且 R 是对数似然：这个数不是 ln p(x) 的下界。',
    split: '对每个后验的拉力分为两部分：它自己保留的，以及全部后验合起来还差的。',
    mutualInformation: '编码透露了多少关于图像的信息；无论全部后验把圆盖得多好，这部分都可以保留。',
    aggregateKl: '全部后验之和与先验的差距：均匀盖住先验时很小。',
    coverage: '从先验中抽取的编码落入其中至少一个的份额。',
    momentIdentity: '全部后验合起来的方差。最优时，每个有效轴上都是 1。',
    gridMass: 'I 与 KL(q̄||p) 是对全部后验的多少质量求和得到的：除舍入外应是全部。',
    activeAxes: (widened) =>
      `中心有变化的轴：Var μ > 0.01。${widened ? '在其余的轴上，先验的拉力使后验与先验一样宽。' : ''}`,
    spread: '中心在所有轴上的标准差。',
    meanSigma: '后验的标准差，对所有图像和轴取平均。',
    relativeSigma: (sigma, spread) => `${sigma} / ${spread}：与整团中心相比，后验有多宽。`,
  },
  plane: (name) => `${name}（仅平面内）`,
  curves: '训练过程中',
  curveLabel: (name, value) => `训练过程中的${name}，现为 ${value}`,
  aggregateKl: (many) => `全部${many}合起来的 KL(q̄||p)`,
  coverage: (many, reach) => `${reach}σ ${many}内的先验质量`,
  coverageNoNoise: (many) => `${many}内的先验质量（σ 为 0，都只是点）`,
  coverageOfPoints: '后验内的先验质量（后验只是点）',
  boxKl: (kl, ellipses, rest, axis, outside, all) =>
    `为什么用椭圆：这 ${kl} 奈特中，σ 相同的椭圆只需 ${ellipses}，四角多出 ${rest}，即每轴 ${axis}。若先验是 ±1.73 上的均匀分布，只要有一个矩形伸出界外，KL 散度就是无穷大；此刻 ${all} 个中有 ${outside} 个伸出界外。`,
  linear: (error, least, more, angle) =>
    `这是线性模型，与训练所用图像的主成分分析相比：它每张图的平方误差是 ${error}；同样个数的主成分是 ${least}，任何平面都不能再小，所以模型多出 ${more}。两个平面之间最大的夹角是 ${angle}。`,
  linearHeldOut: (error, components) => `在留出的图像上，模型的误差是 ${error}，主成分的是 ${components}。`,
  unsettled: '主成分的迭代在收敛之前就停止了：它的误差大于最小值。',
  evidence: 'ln p(x)，以及 ELBO 与它的差距',
  nats: '奈特',
};
