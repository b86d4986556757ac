import type { Random } from '../../src/math/random';

/** Codes of n images in two dimensions: mu and sigma, n × 2, row-major. */
export interface Cloud {
  readonly mu: Float32Array;
  readonly sigma: Float32Array;
}

/** Centres from N(0, spread²), axes uniform on [½, 3/2]·size. */
export function randomCloud(random: Random, n: number, spread: number, size: number): Cloud {
  return {
    mu: Float32Array.from({ length: 2 * n }, () => spread * random.normal()),
    sigma: Float32Array.from({ length: 2 * n }, () => size * (0.5 + random.uniform())),
  };
}

/** The same codes in another order. */
export function reordered({ mu, sigma }: Cloud, random: Random): Cloud {
  const order = Uint32Array.from({ length: mu.length / 2 }, (_, i) => i);
  random.shuffle(order);
  const pick = (values: Float32Array): Float32Array =>
    Float32Array.from(values, (_, i) => values[2 * order[i >> 1]! + (i & 1)]!);
  return { mu: pick(mu), sigma: pick(sigma) };
}
