import type { GuardWords } from './guard';

/** 训练过程遇到的事情。 */
export const guard: GuardWords = {
  crashed: (step, message) => `训练程序自行停止了（${message}）。训练在新的程序中从第 ${step} 步继续。`,
  silent: (step) => `训练程序不再应答，已被结束。训练在新的程序中从第 ${step} 步继续。`,
  memory: (step, message) => `训练程序没有得到所需的内存（${message}）。训练在新的程序中从第 ${step} 步继续。`,
  lostPast: '时间线从那里重新开始。',
  stalled: (seconds) => `页面停顿了 ${seconds} 秒：浏览器或电脑忙于别的事情。训练没有任何丢失。`,
  returned: (step) => `浏览器为节省内存收起过这个标签页。训练从第 ${step} 步继续；时间线从那里重新开始。`,
  noRoom: '磁盘没有空间保存训练：如果浏览器收起这个标签页，训练将从头开始。为保险起见，请存为文件。',
};
