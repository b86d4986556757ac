export const layerKeys = {
  density: '聚合后验',
  uncovered: '单位圆中未覆盖处',
  contours: '线内所含密度的份额',
  indicatrices: '图像改变相同',
  heldOut: '训练中留出',
  arithmetic: '由 B 到 A，以及由 C 出发的同样一步',
  geodesic: '测地线；虚线为直线',
  outliers: '离群编码',
  gaps: '解码不可信的空隙',
  drawn: (count: string, of: string) => `${of} 个中的 ${count}`,
  fullWidth: (what: string, many: string, share: string) => `${what}，按全部宽度计算；所绘的${many}为 σ = ${share}`,
  found: (what: string, count: string, step: string) => `${what}：${count} 个，第 ${step} 步`,
};
