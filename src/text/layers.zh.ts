export const layers = {
  stretch: { name: '拉伸', says: '√det G：平面上每单位面积使图像改变多少。颜色与等值线按对数刻度。' },
  density: { name: '密度', says: '所有后验分布之和，即聚合后验：编码更可能出现在哪里。' },
  uncovered: { name: '未覆盖', says: '斜线部分：单位圆内没有任何后验（按所画大小）覆盖的区域。' },
  ellipses: { name: '椭圆', says: '每张图像的后验分布，按真实比例画出。' },
  points: { name: '中心', says: '每个后验分布的均值 μ。' },
  contours: { name: '等密度线', says: '线内分别含有全部密度的 39 %、86 % 和 99 %，与先验的三个圆内所含的份额相同。' },
  indicatrices: { name: '指示椭圆', says: '使图像改变同样多（|Δx|）的编码小步；虚线的椭圆画到边界为止，实际更长。' },
  truePosterior: {
    name: '真实后验',
    says: '所选图像真正可能来自的编码 p(z|x)。两层图形分别含 39 % 和 86 % 的概率，与椭圆的 1σ 和 2σ 相同。',
  },
  predicted: { name: '预测椭圆', says: '由解码器的曲率得出：所选图像的编码可以移动多远，解码结果才会改变。' },
  heldOut: { name: '留出的图像', says: '训练从未见过的图像，其中心以方框标出。' },
  classes: { name: '类别名', says: '每一类编码的平均位置。' },
  geodesic: { name: '测地线', says: '前两个图钉之间图像变化最少的路径；旁边的虚线是直线。' },
  outliers: { name: '离群编码', says: '圈出远离其他编码者；虚线圈只是最近邻很远。' },
  gaps: { name: '空隙', says: '带编号：先验下可能出现、所有后验都到不了、且解码不像任何图像的编码。' },
};
