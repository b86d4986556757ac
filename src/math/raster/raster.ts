/** Intensities on a grid, row-major. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** height × width. */
  readonly pixels: Float32Array;
}

/** A raster of one intensity. */
export const blank = (width: number, height: number, value: number): Raster => ({
  width,
  height,
  pixels: new Float32Array(width * height).fill(value),
});

/** Every pixel as factor × factor pixels: what is averaged over the same squares is the image again. */
export function enlarged({ width, height, pixels }: Raster, factor: number): Raster {
  const large = blank(factor * width, factor * height, 0);
  for (let y = 0; y < large.height; y++) {
    const row = Math.floor(y / factor) * width;
    for (let x = 0; x < large.width; x++) large.pixels[y * large.width + x] = pixels[row + Math.floor(x / factor)]!;
  }
  return large;
}

/** The intensities along the four sides. */
export function borderOf({ width, height, pixels }: Raster): number[] {
  const last = height > 1 ? pixels.subarray((height - 1) * width) : [];
  const border = [...pixels.subarray(0, width), ...last];
  for (let y = 1; y < height - 1; y++) border.push(pixels[y * width]!, pixels[(y + 1) * width - 1]!);
  return border;
}
