import type { RegionWords } from './region';

export const region: RegionWords = {
  title: '框选区域',
  brush: '框选区域：在平面上拖动（按键盘 R 也可框出一块）',
  remove: '移除区域',
  place: (from, to) => `从 ${from} 到 ${to}`,
  label: (cells, place) => `区域${place}内 ${cells}×${cells} 个编码的解码图像`,
  steps: (cells, place) => `${cells} × ${cells} 个编码，等步长，${place}`,
  keys: (place) => `框选的区域，${place}。方向键移动，按住 Shift 改变右边和上边，Delete 键移除。`,
};
