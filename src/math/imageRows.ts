/** N images of D pixels, row-major; or those of them that are named. */
export interface ImageRows {
  /** Intensities. */
  readonly images: Float32Array;
  readonly pixels: number;
  /** Indices; all, if nothing is said. */
  readonly some?: Uint32Array;
}

export const countOf = ({ images, pixels, some }: ImageRows): number => some?.length ?? images.length / pixels;

/** Where the row of the i-th of them begins. */
export const startOf = ({ pixels, some }: ImageRows, i: number): number => (some === undefined ? i : some[i]!) * pixels;
