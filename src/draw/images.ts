import type { Theme } from './theme';

/** Images side by side, and how they lie. */
export interface ImageSheet {
  /** count × (height·width) intensities in [0, 1], row-major. */
  readonly images: Float32Array;
  readonly width: number;
  readonly height: number;
  /** Images a row; rows follow from the number of images. */
  readonly columns: number;
  /** Images with 0 here are faded towards the paper; null fades none. */
  readonly present?: Uint8Array | null;
}

/** How much of its contrast a faded image keeps. */
const FADED = 0.16;

/**
 * Paints a sheet of images into a canvas, one canvas pixel an image pixel: the canvas is sized to the sheet and CSS
 * enlarges it. Intensity 0 is paper and 1 is ink.
 */
export function paintImages(canvas: HTMLCanvasElement, sheet: ImageSheet, theme: Theme): void {
  const { images, width, height, columns, present } = sheet;
  const count = images.length / (width * height);
  const rows = Math.ceil(count / columns);
  if (canvas.width !== columns * width || canvas.height !== rows * height) {
    canvas.width = columns * width;
    canvas.height = rows * height;
  }
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || count === 0) return;
  const picture = context.createImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(picture.data.buffer);
  const full = ramp(theme, 1);
  const faded = ramp(theme, FADED);
  for (let i = 0; i < count; i++) {
    const colours = present && present[i] === 0 ? faded : full;
    const corner = Math.floor(i / columns) * height * canvas.width + (i % columns) * width;
    let source = i * width * height;
    for (let y = 0; y < height; y++) {
      let target = corner + y * canvas.width;
      for (let x = 0; x < width; x++) pixels[target++] = colours[(255 * images[source++]!) & 255]!;
    }
  }
  context.putImageData(picture, 0, 0);
}

/** 256 colours from paper to ink as canvas pixels (little-endian ABGR); `contrast` 1 reaches the ink. */
function ramp({ paper, ink }: Theme, contrast: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, level) => {
    const t = (contrast * level) / 255;
    const mix = (i: 0 | 1 | 2): number => Math.round(paper[i] + t * (ink[i] - paper[i]));
    return ((255 << 24) | (mix(2) << 16) | (mix(1) << 8) | mix(0)) >>> 0;
  });
}
