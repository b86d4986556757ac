import { DataError } from '../dataset';
import { takeTurns } from '../watch';
import type { ByteWatch } from './bytes';
import type { Axis, Layout } from './layout';
import { allocate, LARGEST_NUMBER } from './limits';
import { decodeNumbers } from './numberKinds';
import { type RawImages, rangeOf } from './rawImages';
import type { StoredArray } from './storedArray';

/**
 * The numbers of an array as images of one channel that lie one after the other.
 *
 * Where the file is packed nothing is taken for them before all of its bytes have been seen; these stay packed as tightly
 * as the file has them until then.
 * @param channel one of those that the images have, or their mean
 * @throws DataError where the file does not keep the promise of its header, or a number that is taken is none
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
  const { whole, least, largest } = placer;
  // The least and the largest of the means are not those of the channels.
  const range = placer.averages ? rangeOf(values) : ([least, largest] as const);
  return { n, width, height, values, whole, range, full: kind.full };
}

/** Goes along the axes of an array with the numbers of a file, in the order in which they lie there. */
class Placer {
  /** Of the numbers that are taken. */
  least = Number.POSITIVE_INFINITY;
  largest = Number.NEGATIVE_INFINITY;
  whole = true;
  /** Where in the images the next number belongs, and where it is along each axis. */
  private at = 0;
  private readonly index: Int32Array;
  private readonly axes: readonly Axis[];
  private readonly channelAxis: number;
  /** The channels that are taken are those from the first to before the end, and their share in the image. */
  private readonly firstChannel: number;
  private readonly endChannel: number;
  private readonly share: number;
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
    this.firstChannel = channel === 'mean' ? 0 : channel;
    this.endChannel = channel === 'mean' ? channels : channel + 1;
    this.share = 1 / (this.endChannel - this.firstChannel);
    this.inOrder = channels === 1 && axes.every(({ step }, i) => i === 0 || step === 0 || step < axes[i - 1]!.step);
  }

  /** Whether the images are means of several channels. */
  get averages(): boolean {
    return this.share < 1;
  }

  take(numbers: ArrayLike<number>): void {
    if (this.inOrder) {
      this.judge(numbers, 0, numbers.length);
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
    const { values, share, index, axes, channelAxis, firstChannel, endChannel } = this;
    const last = axes.length - 1;
    // Channels have no step: along their axis all numbers belong to one pixel, along another they are of one channel.
    const { step } = axes[last]!;
    const channel = channelAxis < 0 ? 0 : index[channelAxis]!;
    let [first, end] = [from, to];
    if (channelAxis === last) {
      first = Math.max(from, from + firstChannel - channel);
      end = Math.min(to, from + endChannel - channel);
    } else if (channel < firstChannel || channel >= endChannel) end = from;
    this.judge(numbers, first, end);
    for (let i = first, at = this.at; i < end; i++, at += step) values[at]! += share * numbers[i]!;
    this.at += step * (to - from);
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

  /** Looks at numbers that are taken. */
  private judge(numbers: ArrayLike<number>, from: number, to: number): void {
    let { least, largest, whole } = this;
    for (let i = from; i < to; i++) {
      const value = numbers[i]!;
      // By far the most numbers are neither: NaN is, too, by this test.
      if (!(value >= least && value <= largest)) {
        if (!(Math.abs(value) <= LARGEST_NUMBER)) throw notFinite(this.file, value);
        least = Math.min(least, value);
        largest = Math.max(largest, value);
      }
      if (whole && !Number.isInteger(value)) whole = false;
    }
    this.least = least;
    this.largest = largest;
    this.whole = whole;
  }
}

const notFinite = (file: string, value: number): DataError =>
  new DataError(
    { code: 'not-finite', values: { file, value: String(value) } },
    `${file}: a pixel is ${value}, expected a number of at most ${LARGEST_NUMBER}`,
  );
