import type { DrawnWords } from './drawn';

export const drawn: DrawnWords = {
  some: (shown, all) => `${shown} of ${all} drawn`,
  coarser: 'coarser',
  untilRest: 'in full at rest',
};
