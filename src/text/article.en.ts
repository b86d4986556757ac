import type { ArticleWords } from './article';

export const article: ArticleWords = {
  contents: 'Contents',
  symbols: 'Symbols',
  whatIs: 'What the symbols mean',
  backTo: (number, title) => `Back to section ${number}, ${title}`,
  keep: 'Shown while you point at it; press to keep it',
  predict: {
    ask: 'What do you expect?',
    running: (steps) => `The figure is training with these settings: the answer comes after ${steps} steps. Watch it.`,
    expected: (answer) => `You expected: ${answer}.`,
    asExpected: 'That is what happened.',
    otherwise: (answer) => `What happened: ${answer}.`,
    unfold: 'The answer',
  },
  diagram: {
    label:
      'The encoder makes of an image x an ellipse with centre μ and axes σ; z is drawn from it; the decoder makes of z an image x̂. The prior is what z is likely to be before any image is seen.',
    encoder: 'encoder',
    decoder: 'decoder',
    prior: 'prior',
    image: 'image',
    rebuilt: 'rebuilt',
  },
};
