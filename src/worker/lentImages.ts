import type { Images } from './protocol';

/** There are no images for a run to keep. By name: the page lends them then. */
class NotLentError extends Error {
  override readonly name = 'NotLentError';
}

/** The images that the page has lent: a new run may keep those of the one before. */
export class LentImages {
  private lent: Images | null = null;

  /**
   * @param coming images of a new run, or those that are still on their way; null stands for those that are here
   * @throws RangeError for images that are not whole, or why they have not come
   * @throws NotLentError where there are none here, also because the last that were to come have not
   */
  async take(coming: Images | Promise<Images> | null): Promise<Images> {
    if (coming !== null) {
      // First: whatever comes of it, a run that was asked for after this one keeps none of those before.
      this.lent = null;
      const images = await coming;
      checkWhole(images);
      this.lent = images;
    }
    if (this.lent === null) throw new NotLentError('There are no images to keep: lend some first');
    return this.lent;
  }
}

function checkWhole({ n, width, height, images, intensities = images }: Images): void {
  for (const { length } of [images, intensities]) {
    if (n < 1 || length !== n * width * height) {
      throw new RangeError(`${length} pixels are not ${n} images of ${width} × ${height}`);
    }
  }
}
