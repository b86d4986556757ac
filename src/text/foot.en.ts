import type { FootWords } from './foot';

/** The foot of the page in English. */
export const foot: FootWords = {
  data: 'Digits: E. Alpaydin and C. Kaynak,',
  dataTitle: 'Optical Recognition of Handwritten Digits',
  dataEnd: 'UCI Machine Learning Repository, 1998, CC BY 4.0.',
  licences: 'Licences of the software in this page',
  cite: 'Cite this page',
  private: 'Everything runs in this page: nothing is sent anywhere.',
};
