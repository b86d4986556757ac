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
