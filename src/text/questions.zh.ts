import type { QuestionWords } from './questions';

/** The four questions in Chinese. */
export const questions: QuestionWords = {
  waiting: '正在回答……',
  at: (step) => `第 ${step} 步在整个数据集上的回答。`,
  none: '此模型只有解码器：没有图像的编码可问。',
  single: '数据集只有一张图像：单个编码不成群体，无从问起。',
  notNumbers: '有些编码不是数：无从问起。',
  asked: {
    region: '编码占据了哪片区域？',
    gaps: '空隙里有真实的样本吗？',
    outliers: '有远离群体的编码吗？',
    regular: '空间还能更规整吗？',
  },

  axes: (axes) =>
    `平面只显示编码 ${axes} 个维度中的两个。覆盖的区域、形状与空隙按平面判断；先验所抽的编码、其解码、编码之间的移动以及远离群体的编码，都算上所有维度。`,
  onPlane: (many) => `平面上的${many}`,

  region: (many, share, unit, once, twice) =>
    `${many}盖住了${unit}的 ${share}，以及先验所抽编码的 ${once}；放大一倍后为 ${twice}。`,
  regionOnce: (many, share, unit, once) => `${many}盖住了${unit}的 ${share}，以及先验所抽编码的 ${once}。`,
  regionOfPoints: '没有：编码只是点，点不覆盖任何区域。',
  unit: { circle: '单位圆', interval: '区间 [−1, 1] ' },
  length: (length) => `它们的并集长 ${length}；从 −1 到 1 长为 2。`,
  area: (area) => `它们的并集面积为 ${area}；单位圆为 3.14。`,
  shapes: { nothing: '无', line: '线', ring: '环', disc: '圆盘', irregular: '不规则' },
  nothing: (explained, images) => `编码几乎什么也没记下：由中心解码，只解释了${images}方差的 ${explained}。`,
  explainedOf: { heldOut: '留出图像相对于训练图像均值的', all: '图像' },
  onAxis: '编码只有一个维度，因此无论怎样，中心都在一条线上。',
  line: (across) => `中心排成一条线：横向的散布只有纵向的 ${across}。`,
  ring: (emptiness, variation) => `中心围成一个环：与正态分布相比，中间缺了 ${emptiness}，半径的变化为 ${variation}。`,
  disc: (evidence) => `中心铺成一个圆盘：${evidence}。`,
  irregular: (across, emptiness, evidence) =>
    `中心没有规则的形状：不是线，横向的散布达纵向的 ${across}；不是环，与正态分布相比，中间只缺 ${emptiness}；不是圆盘，${evidence}。`,
  fromPrior: (many, nats) => `全部${many}合起来与先验相差 ${nats} 奈特`,
  fromNormal: (nats) => `它们与正态分布相差 ${nats} 奈特`,

  gaps: (many, share, plausible, inside) =>
    `先验所抽的编码有 ${share} 落入空隙，即所有${many}都到不了的地方。其解码有 ${plausible} 可信，${many}内的解码有 ${inside} 可信。`,
  onlyGaps: (many, plausible) =>
    `先验所抽的编码全都落入空隙，即所有${many}都到不了的地方。其解码有 ${plausible} 可信。`,
  noGaps: (many, inside) => `没有空隙：先验所抽的编码，${many}全都到得了。其解码有 ${inside} 可信。`,
  plausible: '可信：与数据中某张图像的距离，不超过 95 % 的图像与自身重构的距离。',
  compared: (some, all) => `只与 ${all} 张图像中的 ${some} 张作了比较，因此判为可信的比与全部比较时少。`,
  gapList: '不可信的空隙，由中心向外排列。按一下即可钉住。',
  gap: (number, code) => `第 ${number} 处空隙，编码 ${code}：钉住`,

  outliers: (count, all, far, alone) =>
    `${all} 个编码中有 ${count} 个：${far} 个比正态分布的 99.9 % 更靠外，${alone} 个与最近编码的距离超过通常的五倍。`,
  noOutliers: (all) => `${all} 个编码中没有。`,
  outlierList: '由远到近排列。按一下即可选中。',
  outlier: (index, radius, isolation) =>
    `第 ${index} 张图像，距中心 ${radius} 个标准差，与最近编码的距离是通常的 ${isolation} 倍：选中`,

  isRegular: '现在就是规整的版本：β = 1，σ = 1。',
  pointsStay: '靠 β 和 σ 不行：无论两者取何值，点都不占地方。换成其他任何后验，每张图像才有宽度。',
  notRegular: (beta, sigma) =>
    `现在 β = ${beta}，σ = ${sigma}。β = 1、σ = 1 时，每张图像都占有一块地方，先验把它们一起拉到单位圆上。`,
  regularise: '变为规整的版本',
  continuityName: '连续性',
  continuity: (many, mean, high) =>
    `在${many}内，编码移动一个单位，图像平均改变 ${mean}；每二十处有一处改变超过 ${high}。`,
  continuityInGaps: (mean, high) => `在空隙里，编码移动一个单位，图像平均改变 ${mean}；每二十处有一处超过 ${high}。`,
  continuityMeans: '越小，相邻编码的解码越相似。',
  completenessName: '完备性',
  completeness: (share, error) =>
    `从先验中抽取的编码，其解码有 ${share} 可信${error === '' ? '' : `，误差约 ${error}`}。`,
  completenessMeans: '越大，模型生成的图像越好。',
  completenessOf: '从先验中抽取的编码，解码结果可信的占这么多',
  continuityOf: '编码移动一个散布的距离，图像改变这么多',

  show: {
    uncovered: '显示未覆盖处',
    gaps: '显示空隙',
    outliers: '在平面上显示',
  },

  comparison: '之前与现在',
  what: '回答',
  before: (step, beta, sigma) => `第 ${step} 步：β ${beta}，σ ${sigma}`,
  now: (step, beta, sigma) => `现在，第 ${step} 步：β ${beta}，σ ${sigma}`,
  rows: {
    shape: '中心的形状',
    circle: '覆盖的单位圆',
    prior: '覆盖的先验',
    together: 'KL(q̄||p)，奈特',
    inGaps: '落入空隙的先验',
    plausible: '空隙里可信的',
    completeness: '完备性',
    continuity: '图像的改变',
    outliers: '远离群体的编码',
  },
  interval: '覆盖的 [−1, 1]',
  forget: '不再显示之前的',
};
