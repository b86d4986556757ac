import type { Preview } from '../../src/worker/libraryProtocol';

/** What a worker says of three images of 2 × 1 pixels, in two classes. */
export const previewOfBars = (changes: Partial<Preview> = {}): Preview => ({
  name: 'bars',
  all: 3,
  n: 3,
  stored: [2, 1],
  width: 2,
  height: 1,
  found: {
    format: 'idx',
    reading: {
      sides: [2, 1],
      channel: 'mean',
      labelColumn: null,
      hasHeader: false,
      inverted: false,
      stretched: false,
    },
    shapes: [],
    channels: 1,
    columns: [],
    range: [0, 255],
    leftOut: { count: 0, names: [] },
  },
  classes: [
    { name: 'left', count: 2 },
    { name: 'right', count: 1 },
  ],
  images: Float32Array.of(1, 0, 0, 1, 1, 0),
  ...changes,
});
