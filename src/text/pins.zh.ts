export const pins = {
  name: (name: string) => `图钉 ${name} 的名称`,
  tile: (name: string, x: string, y: string) => `图钉 ${name}：（${x}，${y}）`,
  badName: (most: string) => `名称须有 1 到 ${most} 个字符；此前图钉保留原名。`,
  full: (most: string) =>
    `已有 ${most} 个图钉，这是上限：每个图钉在每一帧都要解码，并写入网址。再加一个，就会取代最早的那个。`,
  earlier: (name: string) => `将图钉 ${name} 上移`,
  later: (name: string) => `将图钉 ${name} 下移`,
  onPlane: (name: string, x: string, y: string) =>
    `图钉 ${name}，编码（${x}，${y}）。方向键移动，按住 Shift 更精细；Delete 键移除。`,
  remove: (name: string) => `移除图钉 ${name}`,
};
