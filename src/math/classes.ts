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
  const counts = new Uint32Array(256);
  const sums = new Float64Array(2 * 256);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    counts[label]! += 1;
    sums[2 * label]! += mu[2 * i]!;
    sums[2 * label + 1]! += mu[2 * i + 1]!;
  }
  return Array.from(counts, (n, label) => ({ label, x: sums[2 * label]! / n, y: sums[2 * label + 1]! / n })).filter(
    ({ label }) => counts[label]! > 0,
  );
}
