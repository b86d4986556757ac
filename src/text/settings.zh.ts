import type { SettingWords } from './settings';

/** In Chinese. */
export const settings: SettingWords = {
  groups: { data: '数据', model: '模型', objective: '目标函数', training: '训练' },
  names: {
    size: '图像边长',
    holdout: '留出比例',
    seed: '随机种子',
    hidden: '隐藏层',
    activation: '激活函数',
    latent: '编码的维数',
    posterior: '后验',
    axisX: '向右的轴',
    axisY: '向上的轴',
    init: '初始权重',
    likelihood: '似然',
    sigmaX: '像素的 σ̃',
    regulariser: '正则项',
    learningRate: '学习率',
    batchSize: '批大小',
    samples: '噪声采样数',
  },
  choices: {
    size: { '0': '保持原样' },
    activation: { relu: 'ReLU', tanh: 'tanh', gelu: 'GELU' },
    init: { 'small-ellipses': '小椭圆', glorot: 'Glorot' },
    posterior: {
      point: '点',
      isotropic: '圆',
      diagonal: '椭圆',
      full: '倾斜的椭圆',
      box: '矩形',
    },
    likelihood: {
      bernoulli: '伯努利',
      gaussian: '高斯，固定 σ̃',
      'gaussian-learned': '高斯，学习 σ̃',
      squared: '平方误差',
    },
    regulariser: { kl: '与先验的 KL 散度', simple: '||μ||² + ||σ − 1||²' },
    axisX: { '0': '最活跃的' },
    axisY: { '0': '最活跃的' },
  },
  widths: '各层宽度，以空格分隔，最多三层；留空即为线性模型',
  badWidths: (range) => `须为${range}；隐藏层保持不变。`,
  parameters: (count) => `${count} 个参数。`,
};
