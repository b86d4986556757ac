import type { ArticleWords } from './article';

export const article: ArticleWords = {
  contents: '目录',
  symbols: '符号表',
  below: { compare: '比较两个模型', sweep: '扫描一项设置' },
  whatIs: '这些符号的含义',
  backTo: (number, title) => `回到第 ${number} 节：${title}`,
  keep: '指向时显示，按下则保留',
  predict: {
    ask: '你猜会怎样？',
    running: (steps) => `图已按这些设置开始训练，${steps} 步之后给出答案。请看图。`,
    expected: (answer) => `你的猜测：${answer}。`,
    asExpected: '结果正是如此。',
    otherwise: (answer) => `实际结果：${answer}。`,
    unfold: '答案',
  },
  diagram: {
    label:
      '编码器把图像 x 变成以 μ 为中心、以 σ 为半轴的椭圆；从中抽取 z；解码器把 z 变成图像 x̂。先验是还没看到图像时 z 大概在哪里。',
    encoder: '编码器',
    decoder: '解码器',
    prior: '先验',
    image: '图像',
    rebuilt: '重构',
  },
};
