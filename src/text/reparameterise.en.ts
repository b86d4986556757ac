import type { ReparameteriseWords } from './reparameterise';

export const reparameterise: ReparameteriseWords = {
  title: 'The reparameterisation trick',
  none: 'This model is a decoder alone: it has no posteriors to sample from.',
  says: (one, source) =>
    `Drag ε: z moves in the ${one} of the image as ε does in the ${source}, and its decode follows.`,
  sources: { normal: 'circles', box: 'square' },
  saysOfPoint: 'The posterior of the image is a point: whatever ε is, z = μ.',
  why: 'The draw is in ε, which no weight touches. While it stays fixed, z is a smooth function of μ and σ, and the gradient passes through both to the encoder.',
  others: (axes) => `A code has ${axes} axes. The pad holds ε on the two that the plane shows; on the others ε is 0.`,
  pad: 'Noise ε',
  keys: 'Arrow keys move it.',
  redraw: 'Draw ε anew',
  image: (index) => `image ${index}`,
  original: 'the image',
  decoded: 'its code z, decoded',
};
