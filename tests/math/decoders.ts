/** Decoders of the tests of geometry: n × k codes in, n × D images out. */
import type { Random } from '../../src/math/random';

export type Decoder = (codes: Float32Array) => Float32Array;

/** Of a function of one code; computed in float64, given as float32, as engines give images. */
export function decoderOf(k: number, image: (code: readonly number[]) => readonly number[]): Decoder {
  return (codes) => {
    const rows: (readonly number[])[] = [];
    for (let at = 0; at < codes.length; at += k) rows.push(image(Array.from(codes.subarray(at, at + k))));
    const D = rows[0]?.length ?? 0;
    const images = new Float32Array(rows.length * D);
    for (const [i, row] of rows.entries()) images.set(row, i * D);
    return images;
  };
}

/** x = W·z + b with W given by columns, k of D numbers. */
export function linearDecoder(columns: readonly (readonly number[])[], bias: readonly number[]): Decoder {
  return decoderOf(columns.length, (code) =>
    bias.map((b, pixel) => code.reduce((sum, z, axis) => sum + z * columns[axis]![pixel]!, b)),
  );
}

export interface Mlp {
  /** Logits in float64 and their derivatives by each axis, k × D. */
  exact(code: ArrayLike<number>): { logits: Float64Array; derivatives: Float64Array };
  /** Logits with every sum rounded to float32, as on an engine. */
  readonly logits: Decoder;
}

/** Activations and their derivatives, from their values. */
const BENDS = {
  tanh: [Math.tanh, (h: number) => 1 - h * h],
  relu: [(a: number) => Math.max(a, 0), (h: number) => (h > 0 ? 1 : 0)],
} as const;

/** One hidden layer, with weights of standard deviation `slope` by the code and `slope`/√width by the layer. */
export function randomMlp(
  random: Random,
  k: number,
  width: number,
  D: number,
  slope = 1,
  activation: keyof typeof BENDS = 'tanh',
): Mlp {
  const [bend, bendSlope] = BENDS[activation];
  const matrix = (rows: number, columns: number, scale: number): Float32Array =>
    Float32Array.from({ length: rows * columns }, () => scale * random.normal());
  const first = matrix(k, width, slope);
  const bias = matrix(1, width, 0.5);
  const second = matrix(width, D, slope / Math.sqrt(width));
  const layer = (
    x: ArrayLike<number>,
    weights: Float32Array,
    offset: Float32Array | null,
    columns: number,
    round: (value: number) => number,
  ): Float64Array => {
    const sums = new Float64Array(columns);
    for (let o = 0; o < columns; o++) {
      let sum = offset === null ? 0 : offset[o]!;
      for (let i = 0; i < x.length; i++) sum = round(sum + round(x[i]! * weights[i * columns + o]!));
      sums[o] = sum;
    }
    return sums;
  };
  const as = (value: number): number => value;
  return {
    exact(code) {
      const hidden = layer(code, first, bias, width, as).map(bend);
      const derivatives = new Float64Array(k * D);
      for (let axis = 0; axis < k; axis++) {
        const moved = hidden.map((h, i) => bendSlope(h) * first[axis * width + i]!);
        derivatives.set(layer(moved, second, null, D, as), axis * D);
      }
      return { logits: layer(hidden, second, null, D, as), derivatives };
    },
    logits: decoderOf(k, (code) => {
      const hidden = layer(code, first, bias, width, Math.fround).map((a) => Math.fround(bend(a)));
      return [...layer(hidden, second, null, D, Math.fround)];
    }),
  };
}

/** Runs a generator that asks for images of codes, and may give way between, to its end. */
export function decoding<T>(generator: Generator<Float32Array | undefined, T, Float32Array>, decoder: Decoder): T {
  let next = generator.next();
  while (!next.done) next = next.value === undefined ? generator.next() : generator.next(decoder(next.value));
  return next.value;
}
