/** What the figure of PCA and two autoencoders says; it comes with the figure. */
import type { Language } from './index';

export interface PcaWords {
  /** PCA, the linear autoencoder, the deep one. */
  readonly models: readonly [pca: string, linear: string, deep: string];
  readonly which: string;
  readonly error: string;
  readonly above: string;
  readonly side: string;
  /** A picture, read out: of which model, and from where. */
  readonly label: (model: string, view: string) => string;
  /** Names of the axes of a picture. */
  readonly component: (number: string) => string;
  /** Of a plane: to that of PCA, and between its own axes, in degrees. */
  readonly angles: (toPca: string, ofAxes: string) => string;
  readonly bent: string;
  readonly itself: string;
  readonly waiting: string;
  /** Of a model that has no surface among the images. */
  readonly refused: string;
}

export const pcaWords: Readonly<Record<Language, PcaWords>> = {
  en: {
    models: ['PCA', 'linear autoencoder', 'deep autoencoder'],
    which: 'Surface that is shown',
    error: 'squared error of an image',
    above: 'From above, onto PCA’s plane',
    side: 'From the side, PCA’s plane edge-on',
    label: (model, view) => `${view}: the images as points, and the surface of the ${model} as a mesh of its two axes.`,
    component: (number) => `component ${number}`,
    angles: (toPca, ofAxes) => `Its plane is ${toPca}° from PCA’s. Its axes meet at ${ofAxes}°.`,
    bent: 'Its surface is bent: no one angle says how it lies to a plane.',
    itself: 'The plane itself, with its axes at right angles and each as long as the images spread along it.',
    waiting: 'Loading…',
    refused:
      'This model has no surface to show here: its codes need two axes, and what is decoded must be an image, not a probability.',
  },
  zh: {
    models: ['PCA', '线性自编码器', '深层自编码器'],
    which: '显示哪个曲面',
    error: '每张图像的平方误差',
    above: '从上往下看，投到 PCA 的平面上',
    side: '从侧面看，PCA 的平面缩成一条线',
    label: (model, view) => `${view}：点是图像，网格是${model}的曲面，网线沿它的两个轴。`,
    component: (number) => `第 ${number} 主成分`,
    angles: (toPca, ofAxes) => `它的平面与 PCA 的平面相差 ${toPca}°，它的两个轴相交成 ${ofAxes}°。`,
    bent: '它的曲面是弯的：与平面的关系，不是一个角度能说清的。',
    itself: '就是这个平面：两个轴互相垂直，各自的长短就是图像沿它散布的大小。',
    waiting: '正在加载……',
    refused: '这个模型在这里没有曲面可画：它的编码要有两个轴，解码出来的要是图像，而不是概率。',
  },
};
