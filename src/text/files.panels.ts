/** What the panels about files say; it comes with them. */
import type { Language } from './index';

export interface FilePanelWords {
  readonly reading: string;
  /** Megabytes. */
  readonly ofAll: (done: string, total: string) => string;
  readonly soFar: (done: string) => string;
  readonly cancel: string;
  /** What a setting of own images is called. */
  readonly transposed: string;
  /** Of the choices about images, by what these are called. */
  readonly again: (name: string) => string;
}

export const filePanelWords: Readonly<Record<Language, FilePanelWords>> = {
  en: {
    reading: 'Reading the images',
    ofAll: (done, total) => `${done} of ${total} MB`,
    soFar: (done) => `${done} MB`,
    cancel: 'Cancel',
    transposed: 'Rows and columns exchanged',
    again: (name) => `Look at ${name} again`,
  },
  zh: {
    reading: '正在读取图像',
    ofAll: (done, total) => `${done} / ${total} MB`,
    soFar: (done) => `${done} MB`,
    cancel: '取消',
    transposed: '行列互换',
    again: (name) => `再看看 ${name}`,
  },
};
