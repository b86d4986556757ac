export const layers = {
  density: { name: '密度', says: '所有椭圆之和，即聚合后验：编码更可能出现在哪里。' },
  ellipses: { name: '椭圆', says: '每张图像的后验分布，按真实比例画出。' },
  points: { name: '中心', says: '每个后验分布的均值 μ。' },
  contours: { name: '等密度线', says: '线内分别含有全部密度的 39 %、86 % 和 99 %，与先验的三个圆内所含的份额相同。' },
  truePosterior: {
    name: '真实后验',
    says: '所选图像真正可能来自的编码 p(z|x)。两层图形分别含 39 % 和 86 % 的概率，与椭圆的 1σ 和 2σ 相同。',
  },
  predicted: { name: '预测椭圆', says: '由解码器的曲率得出：所选图像的编码可以移动多远，解码结果才会改变。' },
  heldOut: { name: '留出的图像', says: '训练从未见过的图像，其中心以方框标出。' },
  classes: { name: '类别名', says: '每一类编码的平均位置。' },
};
