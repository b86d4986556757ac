/** Images of one size, one below the other: n × (height·width) intensities. */
interface Images {
  readonly images: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** One image among many of the same size: its pixels, row by row. */
export const imageOf = ({ images, width, height }: Images, index: number): Float32Array =>
  images.subarray(index * width * height, (index + 1) * width * height);
