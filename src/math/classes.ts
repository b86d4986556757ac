/** Where each class is: the mean of its centres, in order of class. */
export interface ClassCentre {
  readonly label: number;
  readonly x: number;
  readonly y: number;
}

/**
 * @param mu n × 2 centres
 * @param labels n class numbers
 */
export function classCentres(mu: Float32Array, labels: Uint8Array): ClassCentre[] {
  const sums = new Map<number, { n: number; x: number; y: number }>();
  for (let i = 0; i < labels.length; i++) {
    const sum = sums.get(labels[i]!) ?? { n: 0, x: 0, y: 0 };
    sum.n += 1;
    sum.x += mu[2 * i]!;
    sum.y += mu[2 * i + 1]!;
    sums.set(labels[i]!, sum);
  }
  return [...sums].sort(([a], [b]) => a - b).map(([label, { n, x, y }]) => ({ label, x: x / n, y: y / n }));
}

/** Index of the centre nearest to a point, or −1 where none is within `reach`. */
export function nearestCentre(mu: Float32Array, x: number, y: number, reach: number): number {
  let best = -1;
  let least = reach * reach;
  for (let i = 0; i < mu.length; i += 2) {
    const dx = mu[i]! - x;
    const dy = mu[i + 1]! - y;
    const squared = dx * dx + dy * dy;
    if (squared <= least) {
      least = squared;
      best = i / 2;
    }
  }
  return best;
}
