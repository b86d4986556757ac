import type { Language } from '../text';
import type { SectionId } from '../text/titles';

/** The same in every language, or what each language has. */
type Said = string | Readonly<Record<Language, string>>;

/** What the article rests on. */
export interface SourceEntry {
  /** As it is named in the text. */
  readonly short: Said;
  readonly authors: Said;
  readonly year: number;
  readonly title: string;
  /** What the title says, in English; only where the title is not. */
  readonly translated?: string;
  readonly url: string;
  /** Sections that name it, in their order: the reading list leads back to them. */
  readonly namedIn: readonly SectionId[];
}

const SU = { en: 'J. Su (苏剑林)', zh: '苏剑林' } as const;

const arXiv = (id: string): string => `https://arxiv.org/abs/${id}`;

/** In the order of the reading list. */
export const SOURCES = {
  kingma2013: {
    short: 'Kingma & Welling 2013',
    authors: 'D. P. Kingma, M. Welling',
    year: 2013,
    title: 'Auto-Encoding Variational Bayes',
    url: arXiv('1312.6114'),
    namedIn: ['reparameterise'],
  },
  rezende2014: {
    short: 'Rezende et al. 2014',
    authors: 'D. J. Rezende, S. Mohamed, D. Wierstra',
    year: 2014,
    title: 'Stochastic Backpropagation and Approximate Inference in Deep Generative Models',
    url: arXiv('1401.4082'),
    namedIn: ['reparameterise'],
  },
  higgins2017: {
    short: 'Higgins et al. 2017',
    authors: 'I. Higgins et al.',
    year: 2017,
    title: 'beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework',
    url: 'https://openreview.net/forum?id=Sy2fzU9gl',
    namedIn: ['bayes', 'beta'],
  },
  hoffman2016: {
    short: 'Hoffman & Johnson 2016',
    authors: 'M. D. Hoffman, M. J. Johnson',
    year: 2016,
    title: 'ELBO surgery: yet another way to carve up the variational evidence lower bound',
    url: 'http://approximateinference.org/accepted/HoffmanJohnson2016.pdf',
    namedIn: ['surgery'],
  },
  alemi2018: {
    short: 'Alemi et al. 2018',
    authors: 'A. A. Alemi, B. Poole, I. Fischer, J. V. Dillon, R. A. Saurous, K. Murphy',
    year: 2018,
    title: 'Fixing a Broken ELBO',
    url: arXiv('1711.00464'),
    namedIn: ['tug-of-war'],
  },
  burda2016: {
    short: 'Burda et al. 2016',
    authors: 'Y. Burda, R. Grosse, R. Salakhutdinov',
    year: 2016,
    title: 'Importance Weighted Autoencoders',
    url: arXiv('1509.00519'),
    namedIn: ['beta'],
  },
  rolinek2019: {
    short: 'Rolínek et al. 2019',
    authors: 'M. Rolínek, D. Zietlow, G. Martius',
    year: 2019,
    title: 'Variational Autoencoders Pursue PCA Directions (by Accident)',
    url: arXiv('1812.06775'),
    namedIn: ['pca', 'metric', 'beta'],
  },
  kumar2020: {
    short: 'Kumar & Poole 2020',
    authors: 'A. Kumar, B. Poole',
    year: 2020,
    title: 'On Implicit Regularization in β-VAEs',
    url: arXiv('2002.00041'),
    namedIn: ['metric'],
  },
  arvanitidis2018: {
    short: 'Arvanitidis et al. 2018',
    authors: 'G. Arvanitidis, L. K. Hansen, S. Hauberg',
    year: 2018,
    title: 'Latent Space Oddity: on the Curvature of Deep Generative Models',
    url: arXiv('1710.11379'),
    namedIn: ['metric'],
  },
  rybkin2021: {
    short: 'Rybkin et al. 2021',
    authors: 'O. Rybkin, K. Daniilidis, S. Levine',
    year: 2021,
    title: 'Simple and Effective VAE Training with Calibrated Decoders',
    url: arXiv('2006.13202'),
    namedIn: ['bayes'],
  },
  su2018: {
    short: { en: 'Su 2018', zh: '苏剑林 2018' },
    authors: SU,
    year: 2018,
    title: '变分自编码器（二）：从贝叶斯观点出发',
    translated: 'Variational Autoencoders (2): From a Bayesian Point of View',
    url: 'https://kexue.fm/archives/5343',
    namedIn: ['tug-of-war', 'bayes'],
  },
  su2020: {
    short: { en: 'Su 2020', zh: '苏剑林 2020' },
    authors: SU,
    year: 2020,
    title: '变分自编码器（六）：从几何视角来理解 VAE 的尝试',
    translated: 'Variational Autoencoders (6): An Attempt to Understand VAEs Geometrically',
    url: 'https://kexue.fm/archives/7725',
    namedIn: [],
  },
  rocca2019: {
    short: 'Rocca & Rocca 2019',
    authors: 'J. Rocca, B. Rocca',
    year: 2019,
    title: 'Understanding Variational Autoencoders (VAEs)',
    url: 'https://towardsdatascience.com/understanding-variational-autoencoders-vaes-f70510919f73',
    namedIn: [],
  },
} as const satisfies Readonly<Record<string, SourceEntry>>;

/** @returns what it is in a language */
export const inLanguage = (said: Said, language: Language): string =>
  typeof said === 'string' ? said : said[language];

export type SourceName = keyof typeof SOURCES;

/** Its place in the reading list. */
export const sourceId = (name: SourceName): string => `source-${name}`;

/** The place where a section names it, which it does once. */
export const namedId = (name: SourceName, section: SectionId): string => `named-${section}-${name}`;
