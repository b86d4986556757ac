import type { Dataset } from '../../../src/data/dataset';

/** Share of the images whose nearest other image (Euclidean) has the same label: leave-one-out 1-NN accuracy. */
export function nearestNeighbourAccuracy({ images, labels, n, width, height }: Dataset): number {
  const pixels = width * height;
  let right = 0;
  for (let i = 0; i < n; i++) {
    let nearest = Infinity;
    let label = -1;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      let distance = 0;
      // A partial sum that is too large already cannot win.
      for (let p = 0; p < pixels && distance < nearest; p++) {
        const difference = images[i * pixels + p]! - images[j * pixels + p]!;
        distance += difference * difference;
      }
      if (distance < nearest) {
        nearest = distance;
        label = labels![j]!;
      }
    }
    if (label === labels![i]) right++;
  }
  return right / n;
}
