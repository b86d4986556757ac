/** A run whose posteriors and decoded images are known beforehand: weights that were set, not learnt. */
import type { Page } from 'playwright-core';
import { createRandom } from '../../src/math/random';
import { createLayout, type DenseLayer } from '../../src/model/layout';
import { idxBytes } from '../support/idx';

/** Centre and σ of a posterior, latent units, and its correlation, which only those of full covariance have. */
export interface Posterior {
  readonly x: number;
  readonly y: number;
  readonly a: number;
  readonly b: number;
  readonly rho?: number;
}

/** Pixels a side of an image. */
const SIDE = 8;

/** Kinds of images; every one is in the data set ten times, as labels need not be in the order of kinds. */
const COPIES = 10;
export const LABELS = [3, 1, 4, 0, 5, 2] as const;

/** Units of the one hidden layer. */
const HIDDEN = 8;

/** The address of a page on which a run can be posed: two latent axes, one small hidden layer, no training. */
export const POSED = `#v=1&play=0&e=simd&h=${HIDDEN}&a=relu&s=0.9`;

/** Opens the images in the lab of a page: a bright row for every kind, none at an edge. */
export async function openImages(page: Page): Promise<void> {
  const n = COPIES * LABELS.length;
  const pixels = new Uint8Array(n * SIDE * SIDE);
  const labels = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const kind = i % LABELS.length;
    labels[i] = LABELS[kind]!;
    pixels.fill(255, i * SIDE * SIDE + (kind + 1) * SIDE, i * SIDE * SIDE + (kind + 2) * SIDE);
  }
  const files = [
    { name: 'rows.idx', bytes: [...idxBytes([n, SIDE, SIDE], pixels)] },
    { name: 'rows-labels.idx', bytes: [...idxBytes([n], labels)] },
  ];
  await page.evaluate(
    async (all) => window.lab.loadData(all.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name))),
    files,
  );
}

/**
 * Sets the weights so that kind k of the images has posterior k, and the decoder draws something else at every code.
 */
export async function pose(
  page: Page,
  posteriors: readonly Posterior[],
  posterior: 'diagonal' | 'full' | 'box' = 'diagonal',
): Promise<void> {
  const layout = createLayout({ inputs: SIDE * SIDE, hidden: [HIDDEN], latent: 2, activation: 'relu', posterior });
  const values = new Float32Array(layout.size);
  const set = ({ offset, outputs }: DenseLayer, input: number, output: number, value: number): void => {
    values[offset + input * outputs + output] = value;
  };
  // Unit k of the hidden layer is 1 for kind k and 0 for the others.
  for (let kind = 0; kind < posteriors.length; kind++)
    for (let x = 0; x < SIDE; x++) set(layout.encoder[0]!, (kind + 1) * SIDE + x, kind, 1 / SIDE);
  posteriors.forEach(({ x, y, a, b, rho = 0 }, kind) => {
    // Of full covariance: L = [[a, 0], [ρb, b√(1 − ρ²)]].
    const own = posterior === 'full' ? b * Math.sqrt(1 - rho * rho) : b;
    const below = posterior === 'full' ? [rho * b] : [];
    [x, y, 2 * Math.log(a), 2 * Math.log(own), ...below].forEach((value, output) => {
      set(layout.head, kind, output, value);
    });
  });
  // Hinges all over the plane; the pixels brighten and darken on different sides of them.
  const random = createRandom(6, 0);
  for (let unit = 0; unit < HIDDEN; unit++) {
    const angle = (2 * Math.PI * unit) / HIDDEN + 0.3;
    set(layout.decoder[0]!, 0, unit, Math.cos(angle));
    set(layout.decoder[0]!, 1, unit, Math.sin(angle));
    set(layout.decoder[0]!, 2, unit, (unit % 3) - 0.5);
  }
  // Waves over the image, so slow that it looks the same however it is enlarged.
  for (let unit = 0; unit <= HIDDEN; unit++) {
    const [across, down, phase] = [0.9 * random.normal(), 0.9 * random.normal(), 6 * random.uniform()];
    for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
      const wave = Math.cos(across * (pixel % SIDE) + down * Math.floor(pixel / SIDE) + phase);
      set(layout.output, unit, pixel, 1.8 * wave);
    }
  }
  await page.evaluate(
    async ({ hidden, weights, family }) => {
      const values = new Float32Array(weights);
      await window.lab.load({
        architecture: { inputs: 64, hidden: [hidden], latent: 2, activation: 'relu', posterior: family },
        values,
        first: new Float32Array(values.length),
        second: new Float32Array(values.length),
        step: 0,
      });
    },
    { hidden: HIDDEN, weights: [...values], family: posterior },
  );
}
