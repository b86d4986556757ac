import type { PriorWords } from './prior';

export const prior: PriorWords = {
  what: (count, share, within) =>
    `${count} codes drawn from the prior N(0, I), on the plane as numbered dots. In the long run ${share} lie within its 1σ circle; here ${within} do.`,
  those: (many, shown) => (shown === null ? `the ${many}` : `the ${shown} ${many} that are shown`),
  allReached: (those, twice) => `All lie within reach of ${those}${twice ? ', at twice their size' : ''}.`,
  hollow: (those, count, twice, isAll) =>
    `Hollow (${count}): out of reach of all of ${those}${twice ? ', even at twice their size' : ''}${
      isAll ? ', where the decoder has hardly been trained' : '; those of images that are not shown may reach them'
    }.`,
  points: 'All are hollow: the posteriors are points here, which reach no other code.',
  decoderAlone: 'This model is a decoder alone: it is not known where codes of images lie.',
  axes: (axes) => `The plane, on which reach is judged, shows two of their ${axes} axes; the decodes use all of them.`,
  redraw: 'Draw again',
  pin: (number, x, y) => `Draw ${number}, at (${x}, ${y}) on the plane: pin it`,
  outOfReach: '; out of reach of all posteriors that are shown',
};
