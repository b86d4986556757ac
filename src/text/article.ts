/** What the article says around its text; it comes with the text. */
import { article as en } from './article.en';
import { article as zh } from './article.zh';
import type { Language } from './index';

export interface ArticleWords {
  readonly contents: string;
  readonly symbols: string;
  /** In the contents: the figures below the article, by their ids. */
  readonly below: Readonly<Record<'compare' | 'sweep', string>>;
  /** Of the button beside a formula. */
  readonly whatIs: string;
  /** Of the link from a source back to the section that names it. */
  readonly backTo: (number: number, title: string) => string;
  /** Of words that show something while they are pointed at, and keep it when they are pressed. */
  readonly keep: string;
  readonly predict: {
    readonly ask: string;
    /** Once an answer is chosen, while the figure trains. */
    readonly running: (steps: string) => string;
    /** What was expected. */
    readonly expected: (answer: string) => string;
    readonly asExpected: string;
    readonly otherwise: (answer: string) => string;
    /** Where the page cannot run: unfolds the answer. */
    readonly unfold: string;
  };
  readonly diagram: Readonly<Record<'label' | 'encoder' | 'decoder' | 'prior' | 'image' | 'rebuilt', string>>;
}

export const articleWords: Readonly<Record<Language, ArticleWords>> = { en, zh };
