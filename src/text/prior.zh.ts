import type { PriorWords } from './prior';

export const prior: PriorWords = {
  what: (count, share, within) =>
    `从先验 N(0, I) 抽取的 ${count} 个编码，在平面上是带编号的圆点。长期来看有 ${share} 落在它的 1σ 圆内；这里有 ${within} 个。`,
  those: (many, shown) => (shown === null ? many : `所示的 ${shown} 个${many}`),
  allReached: (those, twice) => `全都在${those}${twice ? '（放大一倍后）' : ''}所及之处。`,
  hollow: (those, count, twice, isAll) =>
    `空心的有 ${count} 个：${those}${twice ? '即使放大一倍也' : ''}达不到，${
      isAll ? '解码器在那里几乎没有受过训练' : '未显示的图像的后验也许能达到'
    }。`,
  points: '全是空心：这里的后验只是点，达不到别的编码。',
  decoderAlone: '这个模型只有解码器：不知道图像的编码在哪里。',
  axes: (axes) => `平面只显示 ${axes} 个轴中的两个，能否达到也只看平面；解码用到全部的轴。`,
  redraw: '重新抽取',
  pin: (number, x, y) => `抽样 ${number}，平面上的（${x}，${y}）：钉住`,
  outOfReach: '；所示的后验都达不到',
};
