import type { Family } from '../math/family';
import { headWidth } from '../math/posterior';

/** The layers of the VAE and where each lives in one flat array of parameters. */

/** Of the hidden layers. GELU is its tanh form, ½a(1 + tanh(√(2/π)(a + 0.044715a³))) (Hendrycks & Gimpel 2016). */
export type Activation = 'relu' | 'tanh' | 'gelu';

/** What fixes the parameters and their meaning. The decoder mirrors the encoder's hidden widths. */
export interface Architecture {
  /** D, pixels of an image. */
  readonly inputs: number;
  /** Widths of the encoder's hidden layers, input side first; the decoder has them in reverse. */
  readonly hidden: readonly number[];
  /** d, dimensions of the latent code. */
  readonly latent: number;
  readonly activation: Activation;
  /** Left out, as in files from before there were others: diagonal. */
  readonly posterior?: Family;
}

/** The family of an architecture's posteriors. */
export const familyOf = ({ posterior = 'diagonal' }: Architecture): Family => posterior;

/**
 * One dense layer: y = x·W + b. Its block in the flat array is (inputs + 1) × outputs, row-major: the weights W[i][o],
 * then the bias as one more row, so that a kernel may treat it as the weight of a constant input.
 */
export interface DenseLayer {
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
  /** Index of W[0][0] in the flat array. */
  readonly offset: number;
}

export interface Layout {
  readonly architecture: Architecture;
  /** Hidden layers of the encoder, in order. */
  readonly encoder: readonly DenseLayer[];
  /** Outputs 0 … d−1 are μ; those after them fix L, as the family has it (math/posterior.ts). */
  readonly head: DenseLayer;
  /** Hidden layers of the decoder, in order. */
  readonly decoder: readonly DenseLayer[];
  /** Logits (Bernoulli) or means (Gaussian, squared error) of the pixels. */
  readonly output: DenseLayer;
  /** All of them in the order of the flat array. */
  readonly layers: readonly DenseLayer[];
  /**
   * Index of ln σ̃², the log variance of a Gaussian observation model that learns it, bounded below (squaredError.ts);
   * unused by other likelihoods.
   */
  readonly observation: number;
  /** Length of the flat array. */
  readonly size: number;
}

export function createLayout(architecture: Architecture): Layout {
  const { inputs, hidden, latent } = architecture;
  let offset = 0;
  const dense = (name: string, from: number, to: number): DenseLayer => {
    const layer = { name, inputs: from, outputs: to, offset };
    offset += (from + 1) * to;
    return layer;
  };
  const widths = [inputs, ...hidden];
  const encoder = hidden.map((width, i) => dense(`encoder ${i + 1}`, widths[i]!, width));
  const head = dense('head', widths[widths.length - 1]!, headWidth(familyOf(architecture), latent));
  const back = [latent, ...hidden.toReversed()];
  const decoder = hidden.map((_, i) => dense(`decoder ${i + 1}`, back[i]!, back[i + 1]!));
  const output = dense('output', back[back.length - 1]!, inputs);
  return {
    architecture,
    encoder,
    head,
    decoder,
    output,
    layers: [...encoder, head, ...decoder, output],
    observation: offset,
    size: offset + 1,
  };
}
