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
    pca: 'Straight before curved',
    shapes: 'What shape is the code space?',
    gaps: 'The gaps',
    regularisers: 'Pull towards the unit circle',
    bayes: 'The same, as Bayes would say it',
    reading: 'Reading list',
  },
  zh: {
    lab: '你看到的是什么',
    autoencoder: '一张图像，两个数',
    pca: '先直后弯',
    shapes: '编码空间是什么形状？',
    gaps: '空隙',
    regularisers: '拉向单位圆',
    bayes: '换成贝叶斯的说法',
    reading: '参考文献',
  },
} as const;

export const titles: Readonly<Record<Language, Readonly<Record<SectionId, string>>>> = TITLES;
