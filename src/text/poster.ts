/** What is said of the picture that stands for the first figure where there is none: in the documents, in posts, and in its place. */
import type { Language } from './index';

interface PosterWords {
  readonly alt: string;
  readonly caption: string;
}

export const poster: Readonly<Record<Language, PosterWords>> = {
  en: {
    alt: 'Hundreds of small ellipses in ten colours, which together cover a circle, beside a grid of decoded digits',
    caption: 'A picture of what is trained and drawn here live.',
  },
  zh: {
    alt: '十种颜色的数百个小椭圆合在一起铺满一个圆，旁边是解码出的数字网格',
    caption: '这是本页现场训练、绘制的内容的一张截图。',
  },
};
