import type { LateWords } from './late';

/** Words of late parts in Chinese. */
export const late: LateWords = {
  plane: {
    keys: '方向键移动十字，十字处的编码随即解码；回车钉住，S 选择中心最近的图像，Esc 取消选择，加减号缩放，0 恢复视野。',
    regionKeys: 'R 框出十字周围的区域。',
  },
  dialog: { close: '关闭', embed: '把这幅图放进文章', take: '带走' },
  sample: { title: '所选图像' },
  draw: { title: '自己画一张', mark: '画' },
  path: { title: '路径与算术' },
  timeline: { title: '时间线' },
  strip: {
    title: '图像与重构',
    label: (count) => `数据集中的 ${count} 张图像，下方是模型的重构`,
    original: 'x',
    rebuilt: 'x̂',
    none: '这个模型只有解码器，不能重构图像。',
    pins: '钉住的编码，解码结果',
  },
  loss: {
    title: '损失（每张图像）',
    titleInNats: '损失（每张图像，奈特）',
    label: (total, reconstruction, weighted, inNats) =>
      `目前的损失：总和 ${total}，重构 ${reconstruction}，加权正则项 ${weighted}（每张图像${inNats ? '，奈特' : ''}）`,
    total: 'R + βK',
    reconstruction: 'R，重构',
    weighted: 'βK，先验的拉力',
  },
  status: (epoch, step, loss, inNats, covered, unit) =>
    `已暂停在第 ${epoch} 轮、第 ${step} 步。每张图像的损失 ${loss}${inNats ? ' 奈特' : ''}。${unit}已被盖住 ${covered}。`,
  share: {
    copy: '复制链接',
    copied: '链接已复制',
    notCopied: '请从这里复制链接',
    withoutImages: '链接打开的页面里没有你自己的图像：它们只在这个标签页里。',
    embed: '嵌入',
    save: '保存',
  },
  image: {
    name: (index) => `第 ${index} 张`,
    classOf: (label) => `类别 ${label}`,
    heldOut: '已留出',
    kl: 'KL',
  },
  controls: {
    pad: '同时调节 β 与 σ',
    openFile: '打开自己的图像',
    dropHere: '松手即可查看文件内容',
  },
};
