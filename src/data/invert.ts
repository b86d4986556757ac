/** Exchanges ink and paper of intensities in [0, 1], in place. */
export function invert(images: Float32Array): void {
  for (let i = 0; i < images.length; i++) images[i] = 1 - images[i]!;
}
