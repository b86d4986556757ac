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
    generate: 'Images that nobody drew',
    beta: 'One axis, one factor, and then none',
    draw: 'Your own drawing',
    summary: 'The whole in five sentences, and what to read',
  },
  zh: {
    lab: '你看到的是什么',
    autoencoder: '一张图像，两个数',
    regularisers: '拉向单位圆',
    bayes: '换成贝叶斯的说法',
    generate: '生成：没有人画过的图像',
    beta: '一个轴，一个因子，然后一个不剩',
    draw: '你自己画的',
    summary: '五句话的总结，以及参考文献',
  },
} as const;

export const titles: Readonly<Record<Language, Readonly<Record<SectionId, string>>>> = TITLES;
