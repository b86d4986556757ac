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
    regularisers: 'Pull towards the unit circle',
    bayes: 'The same, as Bayes would say it',
    'true-posterior': 'The posterior that the ellipse stands in for',
    metric: 'How the decoder bends space',
    reading: 'Reading list',
  },
  zh: {
    lab: '你看到的是什么',
    autoencoder: '一张图像，两个数',
    regularisers: '拉向单位圆',
    bayes: '换成贝叶斯的说法',
    'true-posterior': '椭圆背后的真实后验',
    metric: '解码器怎样弯曲空间',
    reading: '参考文献',
  },
} as const;

export const titles: Readonly<Record<Language, Readonly<Record<SectionId, string>>>> = TITLES;
