import type { Grey } from './grey';

/** Whether pictures are dark ink on light paper: by the middle of all the pixels along their borders. */
export function isOnLight(pictures: Iterable<Grey>): boolean {
  let [light, all] = [0, 0];
  for (const { width, height, pixels } of pictures) {
    for (let y = 0; y < height; y++) {
      // All of the first and the last row, and the ends of the others.
      const step = y === 0 || y === height - 1 ? 1 : Math.max(1, width - 1);
      for (let x = 0; x < width; x += step) {
        all++;
        if (pixels[y * width + x]! > 127) light++;
      }
    }
  }
  return 2 * light > all;
}
