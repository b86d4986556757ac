import type { PriorWords } from './prior';

export const prior: PriorWords = {
  what: (count, share, within) =>
    `${count} codes drawn from the prior N(0, I), on the plane as numbered dots. In the long run ${share} lie within its 1σ circle; here ${within} do.`,
  allReached: (many) => `All lie within reach of the ${many}, at twice their size.`,
  hollow: (many, count) =>
    `Hollow (${count}): out of reach of all ${many} even at twice their size, where the decoder has hardly been trained.`,
  points: 'All are hollow: the posteriors are points here, which reach no other code.',
  decoderAlone: 'This model is a decoder alone: it is not known where codes of images lie.',
  axes: (axes) => `The plane, on which reach is judged, shows two of their ${axes} axes; the decodes use all of them.`,
  redraw: 'Draw again',
  pin: (number, x, y) => `Draw ${number}, at (${x}, ${y}) on the plane: pin it`,
  outOfReach: '; out of reach of all posteriors',
};
