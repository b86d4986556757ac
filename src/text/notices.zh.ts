import type { NoticeWords } from './notices';

/** Messages in Chinese. */
export const notices: NoticeWords = {
  earlier: (n) => `此前还有 ${n} 条消息`,
  kept: '正在运行的模型保持原样。',
  defect: (message) => `出了点问题：${message}。`,
  diverged: (step, restored) =>
    `第 ${step} 步的损失已不是可用的数，训练因此停止。模型已回到第 ${restored} 步；请先调低学习率再继续。`,
  engineLost: (engine, restored) => `显卡丢弃了模型。训练在新的 ${engine} 引擎上从第 ${restored} 步继续。`,
  engineKept: (message) => `计算引擎保持不变：${message}`,
  unknown: (text) => `地址中的“${text}”本页不认识，已忽略。`,
  badValue: (text, range) => `地址中的“${text}”超出允许的值（${range}），已忽略。`,
  version: (text) => `地址写着 ${text}，而本页读的是第 1 版；能读懂的部分已采用。`,
};
