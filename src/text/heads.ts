/** What the site's documents say of themselves to search engines, to cards of links, and where they are installed. */
import type { Language } from './index';

export interface HeadWords {
  /** As Open Graph names it. */
  readonly locale: string;
  readonly description: string;
  /** Below an icon. */
  readonly shortName: string;
  /** What the card's picture shows. */
  readonly card: string;
  /** Title of a figure in a frame. */
  readonly figure: string;
}

export const heads: Readonly<Record<Language, HeadWords>> = {
  en: {
    locale: 'en_US',
    description:
      'Watch a variational autoencoder train in your browser: the points of an autoencoder turn into ellipses that cover the unit circle.',
    shortName: 'VAE geometry',
    card: 'Hundreds of small ellipses in ten colours, the posteriors of handwritten digits, which together cover the unit circle',
    figure: 'A live figure: the geometry of a variational autoencoder',
  },
  zh: {
    locale: 'zh_CN',
    description: '在浏览器里看变分自编码器现场训练：自编码器的点变成椭圆，合在一起铺满单位圆。',
    shortName: 'VAE 的几何',
    card: '手写数字的后验，十种颜色的数百个小椭圆，合在一起铺满单位圆',
    figure: '现场训练的图：变分自编码器的几何',
  },
};
