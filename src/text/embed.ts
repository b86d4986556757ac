import type { Language } from '.';

/** What an embedded figure says besides what every figure says. */
interface EmbedWords {
  /** A link to the full page. */
  readonly open: string;
  /** What is in the frame, for those who do not see it. */
  readonly title: string;
}

export const embed: Readonly<Record<Language, EmbedWords>> = {
  en: { open: 'Open the lab', title: 'Interactive figure: the geometry of a variational autoencoder' },
  zh: { open: '打开实验台', title: '互动图：变分自编码器的几何' },
};
