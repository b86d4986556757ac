import { DataError } from '../dataset';
import { takeTurns } from '../watch';
import type { ByteWatch } from './bytes';
import type { Axis, Layout } from './layout';
import { allocate } from './limits';
import { decodeNumbers } from './numberKinds';
import type { RawImages } from './rawImages';
import type { StoredArray } from './storedArray';

/**
 * The numbers of an array as images of one channel that lie one after the other.
 *
 * Where the file is packed nothing is taken for them before all of its bytes have been seen; these stay packed as tightly
 * as the file has them until then.
 * @param channel one of those that the images have, or their mean
 * @throws DataError where the file does not keep the promise of its header, or a number is none
 */
export async function placeNumbers(
  array: StoredArray,
  layout: Layout,
  channel: number | 'mean',
  watch: ByteWatch,
): Promise<RawImages> {
  const { file, kind, littleEndian } = array;
  const { n, width, height } = layout;
  const parts: Uint8Array[] = [];
  if (!array.certain) for await (const chunk of array.chunks(watch)) parts.push(chunk);
  const values = allocate(file, n * height * width, Float32Array);
  const placer = new Placer(file, layout, channel, values);
  const turn = takeTurns(watch.signal);
  for await (const chunk of array.certain ? array.chunks(watch) : parts) {
    placer.take(decodeNumbers(chunk, kind, littleEndian));
    await turn(chunk.length);
  }
  return { n, width, height, values, whole: placer.whole, range: [placer.least, placer.largest], full: kind.full };
}

/** Goes along the axes of an array with the numbers of a file, in the order in which they lie there. */
class Placer {
  least = Number.POSITIVE_INFINITY;
  largest = Number.NEGATIVE_INFINITY;
  whole = true;
  /** Where in the images the next number belongs, and where it is along each axis. */
  private at = 0;
  private readonly index: Int32Array;
  private readonly axes: readonly Axis[];
  private readonly channelAxis: number;
  /** The share of each channel in the image. */
  private readonly shares: Float64Array;
  /** Whether the numbers lie as they do in the images. */
  private readonly inOrder: boolean;

  constructor(
    private readonly file: string,
    { axes, channels, channelAxis }: Layout,
    channel: number | 'mean',
    private readonly values: Float32Array,
  ) {
    this.axes = axes;
    this.channelAxis = channelAxis;
    this.index = new Int32Array(axes.length);
    this.shares = new Float64Array(channels).fill(channel === 'mean' ? 1 / channels : 0);
    if (channel !== 'mean') this.shares[channel] = 1;
    this.inOrder = channels === 1 && axes.every(({ step }, i) => i === 0 || step === 0 || step < axes[i - 1]!.step);
  }

  take(numbers: ArrayLike<number>): void {
    this.judge(numbers);
    if (this.inOrder) {
      this.values.set(numbers, this.at);
      this.at += numbers.length;
      return;
    }
    for (let i = 0; i < numbers.length; i++) this.place(numbers[i]!);
  }

  private place(value: number): void {
    const share = this.channelAxis < 0 ? 1 : this.shares[this.index[this.channelAxis]!]!;
    if (share > 0) this.values[this.at]! += share * value;
    for (let axis = this.axes.length - 1; axis >= 0; axis--) {
      const { size, step } = this.axes[axis]!;
      this.at += step;
      if (++this.index[axis]! < size) return;
      this.index[axis] = 0;
      this.at -= size * step;
    }
  }

  private judge(numbers: ArrayLike<number>): void {
    let { least, largest, whole } = this;
    for (let i = 0; i < numbers.length; i++) {
      const value = numbers[i]!;
      // By far the most numbers are neither: NaN is, too, by this test.
      if (!(value >= least && value <= largest)) {
        if (!Number.isFinite(value)) throw notFinite(this.file, value);
        least = Math.min(least, value);
        largest = Math.max(largest, value);
      }
      if (whole && !Number.isInteger(value)) whole = false;
    }
    Object.assign(this, { least, largest, whole });
  }
}

const notFinite = (file: string, value: number): DataError =>
  new DataError(
    { code: 'not-finite', values: { file, value: String(value) } },
    `${file}: a pixel is ${value}, expected a finite number`,
  );
