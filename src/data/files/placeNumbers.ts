import { DataError } from '../dataset';
import { takeTurns } from '../watch';
import type { ByteWatch } from './bytes';
import type { Axis, Layout } from './layout';
import { allocate, LARGEST_NUMBER } from './limits';
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
    const { index, axes } = this;
    const last = axes.length - 1;
    const { size } = axes[last]!;
    for (let from = 0; from < numbers.length; ) {
      const to = Math.min(numbers.length, from + size - index[last]!);
      this.placeRun(numbers, from, to);
      index[last]! += to - from;
      from = to;
      this.carry();
    }
  }

  /** Numbers that follow each other along the last axis. */
  private placeRun(numbers: ArrayLike<number>, from: number, to: number): void {
    const { values, shares, index, axes, channelAxis } = this;
    const last = axes.length - 1;
    const { step } = axes[last]!;
    let { at } = this;
    if (channelAxis === last) {
      for (let i = from, channel = index[last]!; i < to; i++, channel++) values[at]! += shares[channel]! * numbers[i]!;
    } else {
      const share = channelAxis < 0 ? 1 : shares[index[channelAxis]!]!;
      for (let i = from; i < to; i++, at += step) values[at]! += share * numbers[i]!;
      this.at = at;
    }
  }

  /** Goes on along the axis before where one is at its end. */
  private carry(): void {
    const { index, axes } = this;
    for (let axis = axes.length - 1; axis > 0 && index[axis] === axes[axis]!.size; axis--) {
      index[axis] = 0;
      index[axis - 1]!++;
      this.at += axes[axis - 1]!.step - axes[axis]!.size * axes[axis]!.step;
    }
  }

  private judge(numbers: ArrayLike<number>): void {
    let { least, largest, whole } = this;
    for (let i = 0; i < numbers.length; i++) {
      const value = numbers[i]!;
      // By far the most numbers are neither: NaN is, too, by this test.
      if (!(value >= least && value <= largest)) {
        if (!(Math.abs(value) <= LARGEST_NUMBER)) throw notFinite(this.file, value);
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
    `${file}: a pixel is ${value}, expected a number of at most ${LARGEST_NUMBER}`,
  );
