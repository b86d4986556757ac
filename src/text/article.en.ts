import type { ArticleWords } from './article';

export const article: ArticleWords = {
  contents: 'Contents',
  symbols: 'Symbols',
  below: { compare: 'Compare two models', sweep: 'Sweep a setting' },
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
      'The encoder turns an image x into an ellipse with centre μ and half-axes σ; z is drawn from it; the decoder turns z into an image x̂. The prior is how z is distributed before any image is seen.',
    encoder: 'encoder',
    decoder: 'decoder',
    prior: 'prior',
    image: 'image',
    rebuilt: 'rebuilt',
  },
};
