export const layers = {
  ellipses: { name: '椭圆', says: '每张图像的后验分布，按真实比例画出。' },
  points: { name: '中心', says: '每个后验分布的均值 μ。' },
  classes: { name: '类别名', says: '每一类编码的平均位置。' },
};
