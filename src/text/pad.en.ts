import type { PadWords } from './pad';

/** In English. */
export const pad: PadWords = {
  value: (beta, sigma) => `β ${beta}, σ ${sigma}`,
  hint: 'Arrow keys: left and right move σ, up and down move β.',
  corners: {
    autoencoder: 'autoencoder',
    pulled: 'pulled points',
    noise: 'noise only',
    vae: 'VAE',
  },
  cornerHints: {
    autoencoder: 'Autoencoder: β = 0, σ = 0',
    pulled: 'Autoencoder whose codes are pulled to the origin: β = 1, σ = 0',
    noise: 'Noise without a regulariser: β = 0, σ = 1',
    vae: 'Variational autoencoder: β = 1, σ = 1',
  },
};
