import type { PadWords } from '../text/pad';

/** The four models that β and σ make where each is 0 or 1, in the order of a square's rows: σ runs right, β runs up. */
export const CORNERS: readonly {
  readonly name: keyof PadWords['corners'];
  readonly beta: number;
  readonly noiseScale: number;
}[] = [
  { name: 'pulled', beta: 1, noiseScale: 0 },
  { name: 'vae', beta: 1, noiseScale: 1 },
  { name: 'autoencoder', beta: 0, noiseScale: 0 },
  { name: 'noise', beta: 0, noiseScale: 1 },
];
