import type { Hints } from './hints';

/** In Chinese. */
export const hints: Hints = {
  posterior: {
    point: '只有中心、没有噪声，如同自编码器。它与先验的 KL 散度为无穷大；β 以 ½‖μ‖² 拉动。',
    isotropic: '各轴共用一个 σ：每张图像得到一个圆。',
    diagonal: '每个轴各有一个 σ：椭圆与坐标轴平行。',
    full: '任意协方差：椭圆可以倾斜。',
    box: '在 μ ± 1.73σ 上均匀分布：σ 与椭圆相同的矩形。它与先验的 KL 散度每轴多 0.1765 奈特，梯度不变。',
  },
  samples: '每张图像、每一步',
  learnedSigma: (sigma) => `σ̃ 一同训练，此刻为 ${sigma}。在最优处，σ̃² 等于每个像素的均方误差；σ̃ 不会低于 0.0009。`,
};
