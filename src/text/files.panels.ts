/** What the panels about files say; it comes with them. */
import type { Language } from './index';

export interface FilePanelWords {
  readonly reading: string;
  /** Megabytes. */
  readonly ofAll: (done: string, total: string) => string;
  readonly soFar: (done: string) => string;
  readonly cancel: string;
  /** Of the choices about images that are trained on. */
  readonly again: string;
  /** What can be opened, and how. */
  readonly formats: string;
  readonly chooseFiles: string;
  readonly chooseFolder: string;
  readonly otherWays: string;
}

export const filePanelWords: Readonly<Record<Language, FilePanelWords>> = {
  en: {
    reading: 'Reading the images',
    ofAll: (done, total) => `${done} of ${total} MB`,
    soFar: (done) => `${done} MB`,
    cancel: 'Cancel',
    again: 'Look at these images again',
    formats:
      'IDX (MNIST and its family), NumPy (.npy, .npz), tables (CSV, TSV), safetensors, a sheet of tiles, and pictures, in a zip or one by one: their folders are the classes. A file of labels can be chosen together with one of images; any of them may be gzipped.',
    chooseFiles: 'Choose files…',
    chooseFolder: 'Choose a folder…',
    otherWays: 'You can drop files and folders on the figure, too, and paste pictures. Nothing leaves your computer.',
  },
  zh: {
    reading: '正在读取图像',
    ofAll: (done, total) => `${done} / ${total} MB`,
    soFar: (done) => `${done} MB`,
    cancel: '取消',
    again: '再看看这些图像',
    formats:
      '可以打开 IDX（MNIST 及同类数据集）、NumPy（.npy、.npz）、表格（CSV、TSV）、safetensors、由小图拼成的大图，以及图片：打包成 zip 或逐张都行，所在文件夹即为类别。标签文件可与图像文件一同选取；都可以是 gzip 压缩过的。',
    chooseFiles: '选择文件…',
    chooseFolder: '选择文件夹…',
    otherWays: '也可以把文件或文件夹拖到图上，或直接粘贴图片。一切都留在你的电脑上。',
  },
};
