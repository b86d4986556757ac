/**
 * Titles of the sections of the article, by the ids of their figures: what stands above a section, in the contents, and
 * where its figure is named.
 */
import type { Language } from './index';

export type SectionId = keyof (typeof TITLES)['en'];

const TITLES = {
  en: {
    lab: 'What you are looking at',
    autoencoder: 'Two numbers for an image',
    pca: 'Linear before nonlinear',
    shapes: 'What shape is the code space?',
    gaps: 'The gaps',
    'points-to-ellipses': 'From points to areas',
    reparameterise: 'Every point of an ellipse must reconstruct its image',
    'no-regulariser': 'Noise alone is not enough',
    regularisers: 'Pull towards the unit circle',
    kl: 'KL, by integral and by sample',
    'tug-of-war': 'Do not split the loss',
    surgery: 'Each ellipse, or all of them?',
    bayes: 'The same, in the language of Bayes',
    'true-posterior': 'The true posterior behind the ellipse',
    generate: 'Images that nobody drew',
    metric: 'How the decoder bends space',
    beta: 'How β lets axes drop out',
    draw: 'Your own drawing',
    summary: 'The whole in five sentences, and what to read',
  },
  zh: {
    lab: '图里画的是什么',
    autoencoder: '一张图像，两个数',
    pca: '先线性，后非线性',
    shapes: '编码空间是什么形状？',
    gaps: '空隙',
    'points-to-ellipses': '从点到面积',
    reparameterise: '椭圆里的每一点都要能重构图像',
    'no-regulariser': '只有噪声还不够',
    regularisers: '拉向单位圆',
    kl: 'KL：用积分算，用样本算',
    'tug-of-war': '损失不能拆开',
    surgery: '变成圆的，是每个椭圆还是全体？',
    bayes: '换成贝叶斯的说法',
    'true-posterior': '椭圆背后的真实后验',
    generate: '生成：没有人画过的图像',
    metric: '解码器怎样弯曲空间',
    beta: 'β 变大，轴逐个失效',
    draw: '你自己画的',
    summary: '五句话小结，以及延伸阅读',
  },
} as const;

export const titles: Readonly<Record<Language, Readonly<Record<SectionId, string>>>> = TITLES;
