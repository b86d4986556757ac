import type { BlendWords } from './blend';

export const blend: BlendWords = {
  title: '一处，多张图像',
  at: (place) => `z = ${place}`,
  decoded: '解码器在这里画出的',
  mixed: '共享此处的图像的平均',
  shared: (images) => `相当于 ${images} 张图像平分此处。占比最大的是：`,
  alone: '几乎由一张图像独占：',
  points: '点不会共享任何位置：没有噪声，就无从混合。',
  nobody: '没有图像会从这里重构。',
  shares: '共享此处的图像，按占比从大到小',
  share: (index, share) => `第 ${index} 张，${share}`,
  hint: '在平面上移动指针，或用方向键移动。',
};
