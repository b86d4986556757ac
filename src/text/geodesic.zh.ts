export const geodesic = {
  title: '测地线',
  lacking: '请在平面上钉下两个编码：在前两个图钉之间寻找图像变化最少的路径。',
  path: '测地线',
  straight: '直线',
  images: (way: string) => `沿途的图像：${way}`,
  length: (way: string, length: string) => `${way}，长度 ${length}`,
  shorter: (step: string, share: string) => `第 ${step} 步：在图像空间中，测地线短 ${share}。`,
  equal: (step: string) => `第 ${step} 步：在图像空间中，直线同样短。`,
  unfinished: '搜索提前停止，附近或许还有更短的路径。',
  onPlane: '只在平面上寻找：编码的其余维度为 0。',
  waiting: '正在寻找测地线……',
  cancel: '取消',
};
