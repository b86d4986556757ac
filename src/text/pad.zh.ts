import type { PadWords } from './pad';

/** In Chinese. */
export const pad: PadWords = {
  value: (beta, sigma) => `β ${beta}，σ ${sigma}`,
  hint: '方向键：左右调 σ，上下调 β。',
  corners: { autoencoder: '自编码器', pulled: '拉拢的点', noise: '只加噪声', vae: 'VAE' },
  cornerHints: {
    autoencoder: '自编码器：β = 0，σ = 0',
    pulled: '编码被拉向原点的自编码器：β = 1，σ = 0',
    noise: '只加噪声、没有正则项：β = 0，σ = 1',
    vae: '变分自编码器：β = 1，σ = 1',
  },
};
