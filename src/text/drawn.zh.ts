import type { DrawnWords } from './drawn';

export const drawn: DrawnWords = {
  some: (shown, all) => `画出 ${shown} / ${all}`,
  coarser: '较粗略',
  untilRest: '暂停后画全',
};
