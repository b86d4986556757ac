import type { FootWords } from './foot';

/** The foot of the page in Chinese. */
export const foot: FootWords = {
  data: '图像：',
  licences: '本页所用软件的许可证',
  cite: '引用本页',
  private: '一切都在本页内计算，不向任何地方发送数据。',
};
