import type { CompareWords } from './compare';

export const compare: CompareWords = {
  title: '两个模型并排看',
  caption:
    '两边从同样的权重出发，按同样的批次看同样的图像，步数始终一致，共用一个窗口。因此两边的一切差别，都来自下面写明的那几项设置。',
  sides: ['左', '右'],
  models: ['自编码器', '变分自编码器（VAE）'],
  letters: { beta: 'β', noiseScale: 'σ' },
  setting: (name, value) => `${name} ${value}`,
  and: '，',
  differ: (left, right, rest) => `左：${left}。右：${right}。${rest ? '其余完全相同。' : ''}`,
  same: '左右两边的设置相同：一起重新开始，就是同一个模型。',
  brought: {
    weights: (side) => `${side}边接着它自己的权重训练，两边不再同步。`,
    layers: (side) => `${side}边展示的是 TensorFlow.js 的模型，它在这里不训练。`,
  },
  rejoin: '重新开始后，两边又从同样的权重出发。',
  pair: '比较',
  pairs: {
    models: '自编码器 | VAE',
    pulls: 'β 1 | β 8',
    shapes: '椭圆 | 矩形',
    likelihoods: '伯努利 | 高斯',
  },
  other: '自选的一对',
  swap: '左右互换',
  copy: '把左边复制到右边',
  begins: '两边都从同样的权重重新开始。',
  own: '后验与似然',
  numbersAt: (left, right) => `左边第 ${left} 步，右边第 ${right} 步`,
  heldOut: (value) => `留出 ${value}`,
};
