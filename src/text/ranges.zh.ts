import type { RangeWords } from './ranges';

/** Values in Chinese. */
export const ranges: RangeWords = {
  number: (min, max) => `${min} 到 ${max} 之间的数`,
  whole: (min, max) => `${min} 到 ${max} 之间的整数`,
  choice: (list) => `${list} 之一`,
  flag: '0 或 1',
  word: (most) => `至多 ${most} 个字母、数字、点、_ 或 -`,
  widths: (layers, width) => `最多 ${layers} 个 1 到 ${width} 之间的整数，或 none`,
  variant: '这个数据集具有的变体',
  window: '三个数 x,y,half：平面视窗的中心和半边长',
  pins: (most) => `最多 ${most} 个编码，每个写成 x,y 或 x,y,名称，以分号分隔`,
  terms: '三个图钉在列表中的位置，例如 1,2,3',
  image: '图像的序号，从 0 开始的整数',
  region: '四个数 left,bottom,right,top：平面上矩形的左、下、右、上边',
  prior: '抽样的编号，从 0 开始的整数',
  painted: '本页写进链接的那种自绘点云',
  origin: '网页的源，例如 https://blog.example',
};
