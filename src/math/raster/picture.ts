import { quantile } from '../quantile';
import { inverted } from './brush';
import { cutOut } from './cut';
import { extentOf } from './extent';
import { borderOf, type Raster } from './raster';

/** Grey of red, green and blue (ITU-R BT.709). */
const LUMA = [0.2126, 0.7152, 0.0722] as const;

/**
 * The grey of a picture. What is transparent lies on white, or on black where what is drawn is light.
 * @param rgba height × width × 4 bytes, not premultiplied
 */
export function greyOf(rgba: Uint8ClampedArray, width: number, height: number): Raster {
  const pixels = new Float32Array(width * height);
  let [opaque, light] = [0, 0];
  for (const i of pixels.keys()) {
    const alpha = rgba[4 * i + 3]! / 255;
    pixels[i] = LUMA.reduce((sum, weight, channel) => sum + (weight * rgba[4 * i + channel]!) / 255, 0);
    opaque += alpha;
    light += alpha * pixels[i]!;
  }
  if (opaque < pixels.length) {
    const ground = light > 0.5 * opaque ? 0 : 1;
    for (const i of pixels.keys()) {
      const alpha = rgba[4 * i + 3]! / 255;
      pixels[i] = alpha * pixels[i]! + (1 - alpha) * ground;
    }
  }
  return { width, height, pixels };
}

/** Of the ink of a picture: what is fainter is the grain of its paper, and what is darker counts as darkest. */
const GRAIN = 0.15;
const DARKEST = 0.995;

/** Least difference of a picture's darkest ink from its border: less is no drawing. */
const LEAST = 0.05;

/** Ink from which on a picture's content is told from what lies around it. */
const CONTENT = 0.3;

/** Paper around the content, as a share of its longer side. */
const MARGIN = 0.1;

/**
 * A picture as ink on paper, a square around its content: ink is how far a pixel is from the border of the picture, on
 * the side on which there is more room, so that it does not matter whether it is dark on light or light on dark.
 * @param grey the picture
 * @param width and `height`: of the raster that comes back
 * @param paper its intensity without ink
 * @returns null where the picture has one shade alone
 */
export function drawingOf(grey: Raster, width: number, height: number, paper: 0 | 1): Raster | null {
  const border = quantile(borderOf(grey), 0.5);
  const light = border > 0.5;
  const distances = grey.pixels.map((value) => Math.max(0, light ? border - value : value - border));
  const darkest = quantile(distances, DARKEST);
  const most = darkest > LEAST ? darkest : distances.reduce((max, value) => Math.max(max, value), 0);
  if (most <= LEAST) return null;
  const ink: Raster = {
    ...grey,
    pixels: distances.map((value) => Math.min(1, Math.max(0, (value / most - GRAIN) / (1 - GRAIN)))),
  };
  const { left, right, top, bottom } = extentOf(ink, 0, CONTENT)!;
  const side = (1 + 2 * MARGIN) * Math.max(right - left, bottom - top);
  const scale = side / Math.min(width, height);
  const cut = { x: (left + right - scale * width) / 2, y: (top + bottom - scale * height) / 2, scale };
  const raster = cutOut(ink, cut, width, height, 0);
  return paper === 0 ? raster : inverted(raster);
}

/** The middle of a picture, for images that have no paper around them. */
export function middleOf(grey: Raster, width: number, height: number): Raster {
  const scale = Math.min(grey.width / width, grey.height / height);
  const cut = { x: (grey.width - scale * width) / 2, y: (grey.height - scale * height) / 2, scale };
  return cutOut(grey, cut, width, height, 0);
}
