import type { Family } from '../../src/math/family';
import { type PlanarPosteriors, type Posteriors, posteriorsOf } from '../../src/math/posterior';
import type { Random } from '../../src/math/random';

/** Posteriors of n images on the plane. */
export type Cloud = PlanarPosteriors;

/** Centres from N(0, spread²), axes uniform on [½, 3/2]·size; of `full` any tilt, of `isotropic` round, of `point` none. */
export function randomCloud(
  random: Random,
  n: number,
  spread: number,
  size: number,
  family: Family = 'diagonal',
): Cloud {
  const mu = Float32Array.from({ length: 2 * n }, () => spread * random.normal());
  return withWidths(family, mu, size, random);
}

/**
 * The cloud of a trained model: centres and widths that fill the prior together, or spread far at small β; ln σ is normal,
 * so that some posteriors are several times narrower than others.
 * @param width median σ
 * @param uneven standard deviation of ln σ
 */
export function trainedCloud(
  random: Random,
  n: number,
  { spread, width, uneven, family = 'diagonal' }: { spread: number; width: number; uneven: number; family?: Family },
): Cloud {
  const mu = Float32Array.from({ length: 2 * n }, () => spread * random.normal());
  return cloudOf(
    family,
    mu,
    mu.map(() => width * Math.exp(uneven * random.normal())),
    random,
  );
}

/** Posteriors of given centres, with axes uniform on [½, 3/2]·size. */
export const withWidths = (family: Family, mu: Float32Array, size: number, random: Random): Cloud =>
  cloudOf(
    family,
    mu,
    mu.map(() => size * (0.5 + random.uniform())),
    random,
  );

function cloudOf(family: Family, mu: Float32Array, widths: Float32Array, random: Random): Cloud {
  const sigma = widths.map((width, at) => (family === 'point' ? 0 : family === 'isotropic' ? widths[at & ~1]! : width));
  const correlation =
    family === 'full' ? Float32Array.from({ length: mu.length / 2 }, () => Math.tanh(random.normal())) : null;
  return { family, mu, sigma, correlation };
}

/** Posteriors of the given centres and standard deviations. */
export const upright = (mu: ArrayLike<number>, sigma: ArrayLike<number>, family: Family = 'diagonal'): Cloud => ({
  family,
  mu: Float32Array.from(mu),
  sigma: Float32Array.from(sigma),
  correlation: null,
});

/** Codes of two axes that are seen as this cloud: Σ = L·Lᵀ. */
export function codesOf({ family, mu, sigma, correlation }: Cloud): Posteriors {
  const rho = (at: number): number => (correlation === null || at % 2 === 0 ? 0 : correlation[at >> 1]!);
  const logVar = sigma.map((value, at) => 2 * Math.log(value) + Math.log1p(-(rho(at) ** 2)));
  const lower = correlation?.map((value, i) => value * sigma[2 * i + 1]!) ?? null;
  return posteriorsOf(family, 2, { mu, logVar, lower });
}

/** The same posteriors in another order. */
export function reordered({ family, mu, sigma, correlation }: Cloud, random: Random): Cloud {
  const order = Uint32Array.from({ length: mu.length / 2 }, (_, i) => i);
  random.shuffle(order);
  const pick = (values: Float32Array): Float32Array =>
    Float32Array.from(values, (_, i) => values[2 * order[i >> 1]! + (i & 1)]!);
  return {
    family,
    mu: pick(mu),
    sigma: pick(sigma),
    correlation: correlation && Float32Array.from(order, (i) => correlation[i]!),
  };
}

/** One draw from posterior i. */
export function draw({ family, mu, sigma, correlation }: Cloud, i: number, random: Random): [number, number] {
  const unit = (): number => (family === 'box' ? Math.sqrt(3) * (2 * random.uniform() - 1) : random.normal());
  const [first, second] = [unit(), unit()];
  const rho = correlation === null ? 0 : correlation[i]!;
  return [
    mu[2 * i]! + sigma[2 * i]! * first,
    mu[2 * i + 1]! + sigma[2 * i + 1]! * (rho * first + Math.sqrt(1 - rho * rho) * second),
  ];
}

/** The density of posterior i at a point, by its definition. */
export function densityAt({ family, mu, sigma, correlation }: Cloud, i: number, x: number, y: number): number {
  const u = (x - mu[2 * i]!) / sigma[2 * i]!;
  const v = (y - mu[2 * i + 1]!) / sigma[2 * i + 1]!;
  const area = sigma[2 * i]! * sigma[2 * i + 1]!;
  if (family === 'box') return Math.max(Math.abs(u), Math.abs(v)) <= Math.sqrt(3) ? 1 / (12 * area) : 0;
  const rho = correlation === null ? 0 : correlation[i]!;
  const rest = 1 - rho * rho;
  return Math.exp((-0.5 * (u * u - 2 * rho * u * v + v * v)) / rest) / (2 * Math.PI * area * Math.sqrt(rest));
}

/** q̄ at a point. */
export function mixtureAt(cloud: Cloud, x: number, y: number): number {
  const n = cloud.mu.length / 2;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += densityAt(cloud, i, x, y) / n;
  return sum;
}

/** Whether a point is inside at least one outline with half extents of `reach` standard deviations. */
export function isUnderOutline(
  { family, mu, sigma, correlation }: Cloud,
  reach: number,
  x: number,
  y: number,
): boolean {
  for (let i = 0; 2 * i < mu.length; i++) {
    const u = (x - mu[2 * i]!) / (reach * sigma[2 * i]!);
    const v = (y - mu[2 * i + 1]!) / (reach * sigma[2 * i + 1]!);
    const rho = correlation === null ? 0 : correlation[i]!;
    const isInside =
      family === 'box' ? Math.max(Math.abs(u), Math.abs(v)) <= 1 : u * u - 2 * rho * u * v + v * v <= 1 - rho * rho;
    if (isInside) return true;
  }
  return false;
}
