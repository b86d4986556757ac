export const pins = {
  name: (name: string) => `图钉 ${name} 的名称`,
  tile: (name: string, x: string, y: string) => `图钉 ${name}：（${x}，${y}）`,
  badName: (most: string) => `名称须有 1 到 ${most} 个字符；此前图钉保留原名。`,
  earlier: (name: string) => `将图钉 ${name} 上移`,
  later: (name: string) => `将图钉 ${name} 下移`,
  remove: (name: string) => `移除图钉 ${name}`,
};
