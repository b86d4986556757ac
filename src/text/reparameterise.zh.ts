import type { ReparameteriseWords } from './reparameterise';

export const reparameterise: ReparameteriseWords = {
  title: '重参数化技巧',
  none: '这个模型只有解码器，没有可以采样的后验。',
  says: (one, source) => `拖动 ε：z 在图像的${one}中移动，正如 ε 在${source}中移动，解码随之变化。`,
  sources: { normal: '圆', box: '正方形' },
  saysOfPoint: '图像的后验是一个点：无论 ε 是什么，z = μ。',
  why: '随机性只在 ε 中，任何权重都不影响它。ε 固定时，z 是 μ 和 σ 的光滑函数，梯度由此传到编码器。',
  others: (axes) => `编码有 ${axes} 个维度。面板控制 ε 在平面所示两个维度上的分量；其余维度上 ε 为 0。`,
  pad: '噪声 ε',
  keys: '用方向键移动。',
  redraw: '重新抽取 ε',
  image: (index) => `图像 ${index}`,
  original: '原图',
  decoded: '编码 z 的解码',
};
