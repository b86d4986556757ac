import type { FootWords } from './foot';

/** The foot of the page in English. */
export const foot: FootWords = {
  data: 'Images:',
  licences: 'Licences of the software in this page',
  cite: 'Cite this page',
  private: 'Everything runs in this page: nothing is sent anywhere.',
};
