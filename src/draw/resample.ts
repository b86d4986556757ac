/** How pixels of images become pixels of a canvas, one axis at a time. */

/** For each device pixel of one axis, the image pixels that it is mixed of. */
export interface Taps {
  /** The device pixels of each cell's image: `starts[i]` … `ends[i]` − 1. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Image pixels a device pixel, a multiple of four; those that are too many weigh nothing. */
  readonly size: number;
  /**
   * For each device pixel, `size` indices of image pixels and their weights, which add up to 1, or to the share of the
   * pixel that its image covers.
   */
  readonly sources: Int32Array;
  readonly weights: Float32Array;
}

/**
 * Catmull and Rom's cubic: strokes of an 8×8 digit become strokes, without the tents and crosses that linear mixing
 * makes of single pixels, and each pixel keeps its own shade at its centre, which smoother kernels wash out.
 */
function cubic(x: number): number {
  const t = Math.abs(x);
  if (t < 1) return 1.5 * t ** 3 - 2.5 * t ** 2 + 1;
  return t < 2 ? -0.5 * t ** 3 + 2.5 * t ** 2 - 4 * t + 2 : 0;
}

/** What of a pixel is no more than the rounding of sums. */
const ROUNDING = 1e-6;

/** Half the width of `cubic`. */
const REACH = 2;

/**
 * The taps of one axis on which `cells` images of `length` device pixels lie, each in the middle of its cell, exactly to
 * fractions of a pixel. Outside of the images is paper, of intensity 0.
 * @param extent device pixels of the axis
 * @param samples image pixels of one image
 */
export function axisTaps(extent: number, cells: number, length: number, samples: number): Taps {
  // Shrunk images are mixed of all pixels that a device pixel covers.
  const stretch = Math.max(1, samples / length);
  const size = 4 * Math.ceil((2 * REACH * stretch) / 4);
  const starts = new Int32Array(cells);
  const ends = new Int32Array(cells);
  const sources = new Int32Array(size * extent);
  const weights = new Float32Array(size * extent);
  for (let cell = 0; cell < cells; cell++) {
    const start = ((cell + 0.5) * extent) / cells - length / 2;
    const end = start + length;
    // A pixel at the edge that is covered in part is paper for the rest, so that no image is cut on one side.
    starts[cell] = Math.max(0, Math.floor(start + ROUNDING));
    ends[cell] = Math.min(extent, Math.ceil(end - ROUNDING));
    for (let pixel = starts[cell]!; pixel < ends[cell]!; pixel++) {
      const at = ((pixel + 0.5 - start) / length) * samples - 0.5;
      const first = Math.ceil(at - REACH * stretch);
      let sum = 0;
      for (let k = 0; k < size; k++) {
        const weight = cubic((first + k - at) / stretch);
        // Beyond its edge an image goes on as it ends.
        sources[size * pixel + k] = Math.min(samples - 1, Math.max(0, first + k));
        weights[size * pixel + k] = weight;
        sum += weight;
      }
      const covered = Math.min(pixel + 1, end) - Math.max(pixel, start);
      for (let k = 0; k < size; k++) weights[size * pixel + k]! *= covered / sum;
    }
  }
  return { starts, ends, size, sources, weights };
}
