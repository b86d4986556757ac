import type { Images } from './protocol';

/** The images that the page has lent: a new run may keep those of the one before. */
export class LentImages {
  private lent: Images | null = null;

  /**
   * @param images of a new run; null stands for those that are here
   * @throws RangeError for images that are not whole; those that are here stay then
   */
  take(images: Images | null): Images {
    if (images !== null) {
      const { n, width, height, intensities = images.images } = images;
      for (const { length } of [images.images, intensities]) {
        if (n < 1 || length !== n * width * height) {
          throw new RangeError(`${length} pixels are not ${n} images of ${width} × ${height}`);
        }
      }
      this.lent = images;
    }
    if (this.lent === null) throw new Error('There are no images to keep: lend some first');
    return this.lent;
  }
}
