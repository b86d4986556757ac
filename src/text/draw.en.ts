import type { DrawWords } from './draw';

/** The beginning of a sentence about a file. */
const named = (file: string): string => (file === '' ? 'The picture' : `“${file}”`);

export const draw: DrawWords = {
  close: 'Put the pad away',
  pad: 'Drawing pad',
  keys: 'Draw with pointer or finger. By keyboard, arrow keys move the pen, with Shift in small steps; it draws while Space is held down; Enter puts it down and lifts it; Ctrl+Z takes the last step back.',
  empty: 'Draw here, or drop a picture',
  dropHere: 'Drop the picture on the pad',
  reading: 'Reading the picture…',
  tool: 'Tool',
  tools: { draw: 'Draw', erase: 'Erase', cover: 'Cover with a block' },
  width: 'Width',
  shade: 'Block of',
  shades: { paper: 'paper', grey: 'grey', ink: 'ink' },
  undo: 'Undo',
  clear: 'Clear the pad',
  picture: 'Put a picture on the pad',
  invert: 'Exchange dark and light',
  noise: 'Noise',
  noises: { gaussian: 'normal', salt: 'salt and pepper' },
  amount: 'Amount',
  reseed: 'Draw other noise',
  asDrawn: 'Leave it as drawn',
  asDrawnHint: 'Else it is centred and scaled as the images of the data are.',
  seen: 'What the model sees',
  rebuilt: 'What it makes of it',
  numbers: 'What the model says of the drawing',
  drawing: 'drawing',
  rows: { mu: 'μ', sigma: 'σ', rho: 'ρ', reconstruction: 'R', kl: 'KL to the prior' },
  area: (one) => `area of the ${one}, mean = 1`,
  inNats: (name) => `${name}, nats`,
  noCodes: 'This model is a decoder alone: it has no posteriors of images.',
  stays: 'What you draw or drop here stays in your browser.',
  faults: {
    large: (file) => `${named(file)} is too large: up to 64 MB and 128 megapixels are read. The pad is as it was.`,
    unreadable: (file) =>
      `${named(file)} is no picture that this browser reads; PNG, JPEG, WebP and GIF are. The pad is as it was.`,
    plain: (file) => `${named(file)} has one shade alone: there is nothing to draw. The pad is as it was.`,
  },
  unknown: (message) => `That did not work: ${message}. The pad is as it was.`,
};
