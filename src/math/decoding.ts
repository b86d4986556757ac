/**
 * A computation that needs the decoder on its way. It yields codes, m of them, row-major, mostly points of the plane, and
 * goes on when it is sent what they decode to, m × D; each of them says whether that is means or raw outputs. Where it
 * yields undefined it has worked for about two milliseconds and may be kept waiting; what it is sent then is not looked
 * at.
 */
export type Decoding<Result> = Generator<Float32Array | undefined, Result, Float32Array>;

/** A computation that may be kept waiting wherever it yields: after about two milliseconds of work. */
export type Sliced<Result> = Generator<undefined, Result, unknown>;

/** Multiplications and additions after which a computation yields: about two milliseconds. */
export const SLICE = 1e6;

/** Codes decoded at a time at most: a batch of a 784-256-2 model takes a few milliseconds, too. */
const BATCH = 128;

/** Numbers decoded at a time, 1 MiB: of images of over 45 × 45 pixels fewer codes, so that a batch takes about as long. */
const NUMBERS = 1 << 18;

/**
 * Has m codes decoded, batch by batch.
 * @param pixels D
 * @param each is given the outputs of one batch, m' × D, and the index of its first code
 * @param width numbers of a code: two of a point of the plane
 * @throws RangeError where what comes back has another length than the batch asks for
 */
export function* decodeBatches(
  codes: Float32Array,
  pixels: number,
  each: (outputs: Float32Array, first: number) => void,
  width = 2,
): Decoding<void> {
  const size = Math.max(1, Math.min(BATCH, Math.floor(NUMBERS / pixels)));
  for (let first = 0; width * first < codes.length; first += size) {
    const batch = codes.slice(width * first, width * (first + size));
    const outputs = yield batch;
    const count = batch.length / width;
    const expected = count * pixels;
    if (outputs.length !== expected) {
      throw new RangeError(`${count} codes decode to ${expected} numbers, and ${outputs.length} came back`);
    }
    each(outputs, first);
    yield undefined;
  }
}

/** Decodes m codes of `width` numbers each: m × D. */
export function* decodeAll(codes: Float32Array, pixels: number, width: number): Decoding<Float32Array> {
  const all = new Float32Array((codes.length / width) * pixels);
  yield* decodeBatches(codes, pixels, (outputs, first) => all.set(outputs, first * pixels), width);
  return all;
}
