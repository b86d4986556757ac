import type { ShareWords } from './share';

/** The words of the dialog in Chinese. */
export const share: ShareWords = {
  figure: '图',
  figures: { lab: '实验台', compare: '两个模型并排看', sweep: '一项设置，多个取值' },
  panels: '面板',
  controls: '显示哪些控件',
  parts: { share: '链接与文件', counters: '计数', caption: '图注' },
  width: '最大宽度，像素',
  column: '与栏同宽',
  badWidth: (least, most) => `须为 ${least} 到 ${most} 之间的整数；现在与栏同宽。`,
  theme: '颜色',
  themes: { auto: '跟随读者的系统', light: '浅色', dark: '深色' },
  language: '语言',
  ofTheReader: '读者自己的语言',
  autoplay: '看到时自动开始',
  preview: '预览',
  code: '要粘贴的代码',
  forms: {
    html: { name: 'HTML', hint: '高度随内容变化，你的网页还可以用脚本操作它。' },
    iframe: { name: '仅框架', hint: '用于不允许脚本的网站；高度与预览相同。' },
    markdown: { name: 'Markdown', hint: '用于允许 HTML 的 Jekyll、Quarto、Hugo 等。' },
    mdx: { name: 'MDX、React', hint: '一个组件及其用法。' },
  },
  copy: '复制代码',
  copied: '已复制',
  refused: '浏览器不允许此网页复制。代码已选中：请按 Ctrl+C 或 ⌘C 复制。',
  holds: '图会以此刻的设置、视窗和图钉打开，并从头开始训练。',
  missing: {
    file: '代码中没有你自己的图像：它们留在你的电脑上，图中改用本站的数据集。',
    layers: '代码中没有你打开的模型：它留在你的电脑上，图中改为训练一个新的模型。',
    weights: '代码中没有这里载入的权重（来自文件或另一个模型）：图中从新的权重开始训练。',
  },
};
