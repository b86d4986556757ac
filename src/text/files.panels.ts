/** What the panels about files say; it comes with them. */
import type { Language } from './index';

export interface FilePanelWords {
  readonly reading: string;
  /** Megabytes. */
  readonly ofAll: (done: string, total: string) => string;
  readonly soFar: (done: string) => string;
  readonly cancel: string;
  readonly orientation: string;
  readonly asStored: string;
  readonly exchanged: string;
}

export const filePanelWords: Readonly<Record<Language, FilePanelWords>> = {
  en: {
    reading: 'Reading the images',
    ofAll: (done, total) => `${done} of ${total} MB`,
    soFar: (done) => `${done} MB`,
    cancel: 'Cancel',
    orientation: 'Which way round are the images?',
    asStored: 'As they are in the file',
    exchanged: 'Rows and columns exchanged, as EMNIST needs it',
  },
  zh: {
    reading: '正在读取图像',
    ofAll: (done, total) => `${done} / ${total} MB`,
    soFar: (done) => `${done} MB`,
    cancel: '取消',
    orientation: '图像的方向对吗？',
    asStored: '按文件原样',
    exchanged: '行列互换（EMNIST 需要）',
  },
};
