/** The AssemblyScript kernel of one model, with types: memory, sizes and checks, but no asynchrony. */

import type { Family } from '../../math/family';
import { klConstant } from '../../math/posterior';
import { instantiate } from '../../platform/wasm';
import { adamFactors, adamStep } from '../adam';
import type { Arithmetic, LossTerms, Parameters, StepHyper } from '../engine';
import { type Architecture, createLayout, familyOf, type Layout } from '../layout';
import type { Link } from '../link';
import { LEAST_LOG_VAR_X, sigmaXOf, squaredErrorTerms } from '../squaredError';
import { type Block, copyBlock, createBlocks } from './blocks';
import { isSparse } from './density';
import { ACTIVATIONS, type Exports, FAMILIES, LIKELIHOODS, LINKS } from './exports';

const MAX_HIDDEN = 8;
const MAX_LATENT = 8;

/** Which of a layer's blocks. */
const BLOCKS = { values: 0, first: 1, second: 2 } as const;

/** Images, or codes, that pass through the workspace at once where a call has more: encoding, decoding, evaluation. */
export const SLICE = 256;

/** Steps between two calls of the kernel's `settle`. */
const SETTLING = 64;

/** A copy of a kernel's parameters. */
interface KernelValues {
  /** Of each layer, with its padding. */
  readonly blocks: readonly Float32Array[];
  /** ln σ̃². */
  readonly observation: number;
}

export class Kernel {
  readonly layout: Layout;
  /** Adam steps taken so far. */
  step = 0;
  /** Number of resident images. */
  n = 0;
  readonly #family: Family;
  /** ln σ̃² and its moments, in float32 as all parameters. */
  readonly #observation = { values: 0, first: 0, second: 0 };
  readonly #x: Exports;
  readonly #blocks: readonly Block[];

  /** @throws RangeError for an architecture beyond 8 latent dimensions or 8 hidden layers, WasmError as `instantiate` */
  constructor(module: WebAssembly.Module, architecture: Architecture) {
    const { inputs, hidden, latent, activation } = architecture;
    for (const width of [inputs, latent, ...hidden]) {
      if (!Number.isInteger(width) || width < 1) throw new RangeError(`Width ${width}: expected a positive integer`);
    }
    if (latent > MAX_LATENT)
      throw new RangeError(`${latent} latent dimensions: the simd engine has up to ${MAX_LATENT}`);
    if (hidden.length > MAX_HIDDEN) {
      throw new RangeError(`${hidden.length} hidden layers: the simd engine has up to ${MAX_HIDDEN}`);
    }
    this.layout = createLayout(architecture);
    this.#family = familyOf(architecture);
    this.#blocks = createBlocks(this.layout);
    this.#x = instantiate(module).exports as unknown as Exports;
    for (const width of hidden) this.#x.addHidden(width);
    this.#grown(this.#x.configure(inputs, latent, ACTIVATIONS[activation], FAMILIES[this.#family]));
    this.#grown(this.#x.reserve(SLICE, SLICE));
  }

  /** Whether the last batch was multiplied without its black pixels (density.ts); for tests and measurements. */
  get listed(): boolean {
    return this.#x.listed.value !== 0;
  }

  /** Bytes of linear memory. */
  get byteLength(): number {
    return this.#x.memory.buffer.byteLength;
  }

  /** What its multiply-add does on this processor: a square whose last bit is lost where it is rounded by itself. */
  arithmetic(): Exclude<Arithmetic, null> {
    const a = 1 + 2 ** -12;
    return this.#x.multiplyAdd(a, a, -(1 + 2 ** -11)) === 0 ? 'plain' : 'fused';
  }

  /**
   * Makes n images of D pixels resident.
   * @param asBytes keeps one byte a pixel; every pixel must then be k/255 in float32
   * @param intensities of which steps with a draw take theirs
   */
  setData(images: Float32Array, n: number, asBytes: boolean, intensities = images): void {
    const size = n * this.layout.architecture.inputs;
    for (const { length } of [images, intensities]) {
      if (length !== size) throw new RangeError(`${length} pixels: expected ${size} of ${n} images`);
    }
    this.n = 0;
    const { data, drawn } = this.#x;
    const { inputs } = this.layout.architecture;
    const sparse = [isSparse(images, inputs, false), isSparse(intensities, inputs, true)].map(Number);
    this.#grown(this.#x.placeData(n, asBytes ? 1 : 4, intensities === images ? 0 : 1, sparse[0]!, sparse[1]!));
    this.#placeImages(images, data.value, asBytes);
    if (intensities !== images) this.#placeImages(intensities, drawn.value, asBytes);
    this.n = n;
  }

  #placeImages(images: Float32Array, pointer: number, asBytes: boolean): void {
    const size = images.length;
    if (asBytes) {
      const bytes = new Uint8Array(this.#x.memory.buffer, pointer, size);
      for (let i = 0; i < size; i++) bytes[i] = Math.round(images[i]! * 255);
    } else this.#floats(pointer, size).set(images);
  }

  /** Copies all layers' blocks from or to a flat array in the order of the layout. */
  #copy(which: keyof typeof BLOCKS, flat: Float32Array, toKernel: boolean): Float32Array {
    const { observation } = this.layout;
    if (toKernel) this.#observation[which] = flat[observation]!;
    else flat[observation] = this.#observation[which];
    this.#blocks.forEach((block, index) => {
      copyBlock(block, flat, this.#floats(this.#x.blockAt(index, BLOCKS[which]), block.size), toKernel);
    });
    return flat;
  }

  read(which: keyof typeof BLOCKS): Float32Array {
    return this.#copy(which, new Float32Array(this.layout.size), false);
  }

  load(parameters: Parameters): void {
    for (const which of ['values', 'first', 'second'] as const) this.#copy(which, parameters[which], true);
    this.step = parameters.step;
  }

  /** A copy of the parameters as they lie in the kernel, for `restore`. */
  copy(): KernelValues {
    const blocks = this.#blocks.map(({ size }, i) => this.#floats(this.#x.blockAt(i, BLOCKS.values), size).slice());
    return { blocks, observation: this.#observation.values };
  }

  /** Puts parameters in place of the present ones. Moments and the number of steps stay. */
  restore({ blocks, observation }: KernelValues): void {
    blocks.forEach((block, i) => {
      this.#floats(this.#x.blockAt(i, BLOCKS.values), block.length).set(block);
    });
    this.#observation.values = observation;
  }

  /** The σ̃ that the model has learned so far, or started from. */
  get sigmaX(): number {
    return sigmaXOf(this.#observation.values);
  }

  /** One Adam step on the mean loss of a batch. */
  train(batch: Uint32Array, noise: Float32Array, hyper: StepHyper): void {
    const { samples, learningRate, likelihood } = hyper;
    this.#check(batch, noise, samples);
    this.#place(batch, noise, samples);
    const constant = this.#setHyper(hyper);
    const factors = adamFactors(learningRate, ++this.step);
    this.#x.train(batch.length, samples, factors.rate, factors.scale);
    if (this.step % SETTLING === 0) this.#x.settle();
    if (likelihood !== 'gaussian-learned') return;
    // R is ½ ln(2πσ̃²) and (x − m)²/(2σ̃²) a pixel: by ln σ̃² that is ½, less the second; nothing below the least.
    const error = this.#x.lastReconstruction.value / batch.length - constant;
    const slope = 0.5 * this.layout.architecture.inputs - error;
    const isBelow = this.#observation.values < LEAST_LOG_VAR_X;
    adamStep(this.#observation, isBelow ? 0 : slope, factors, LEAST_LOG_VAR_X);
  }

  /** Does the matrix products of a training step and nothing else, for measurements. */
  products(count: number): void {
    this.#ensure(count, count);
    this.#x.products(count);
  }

  /** The loss of a batch, in slices of at most `SLICE` codes, or of one image that has more. */
  evaluate(batch: Uint32Array, noise: Float32Array, hyper: StepHyper): LossTerms {
    const { samples } = hyper;
    this.#check(batch, noise, samples);
    this.#setHyper(hyper);
    const size = Math.max(1, Math.floor(SLICE / samples));
    let reconstruction = 0;
    let regulariser = 0;
    for (let from = 0; from < batch.length; from += size) {
      const indices = batch.subarray(from, from + size);
      this.#place(indices, noise, samples, from, batch.length);
      this.#x.evaluate(indices.length, samples);
      reconstruction += this.#x.lastReconstruction.value / batch.length;
      regulariser += this.#x.lastRegulariser.value / batch.length;
    }
    return { reconstruction, regulariser, total: reconstruction + hyper.beta * regulariser };
  }

  /** Means over the steps since the last call; null if there were none. */
  takeLosses(): LossTerms | null {
    const { steps, sumReconstruction, sumRegulariser, sumTotal } = this.#x;
    const count = steps.value;
    if (count === 0) return null;
    const losses = {
      reconstruction: sumReconstruction.value / count,
      regulariser: sumRegulariser.value / count,
      total: sumTotal.value / count,
    };
    this.#x.clearLosses();
    return losses;
  }

  /** Rows of the head of `count` images into row `from` on: resident ones (their indices) or others (row-major pixels). */
  encodeSlice(source: Uint32Array | Float32Array, count: number, head: Float32Array, from: number): void {
    const resident = source instanceof Uint32Array;
    const width = this.layout.head.outputs;
    if (resident) this.#words(count).set(source);
    else {
      this.#words(count).set(Uint32Array.from({ length: count }, (_, i) => i));
      this.#floats(this.#x.images.value, source.length).set(source);
    }
    this.#x.encode(count, resident ? 1 : 0);
    head.set(this.#floats(this.#x.heads.value, count * width), from * width);
  }

  /** The decoder's outputs for up to `SLICE` codes, through a link, into row `from` on. */
  decodeSlice(z: Float32Array, count: number, link: Link, to: Float32Array, from: number): void {
    const { inputs } = this.layout.architecture;
    this.#floats(this.#x.noise.value, z.length).set(z);
    this.#x.decode(count, LINKS[link]);
    to.set(this.#floats(this.#x.images.value, count * inputs), from * inputs);
  }

  /** @throws RangeError unless the batch names resident images and has d values of noise for each sample of each */
  #check(batch: Uint32Array, noise: Float32Array, samples: number): void {
    if (!Number.isInteger(samples) || samples < 1) {
      throw new RangeError(`${samples} samples of noise an image: expected a positive integer`);
    }
    if (batch.length === 0) throw new RangeError('Empty batch: expected at least one image');
    for (const index of batch) {
      if (index >= this.n) throw new RangeError(`Image ${index} in the batch: there are ${this.n}`);
    }
    const expected = samples * batch.length * this.layout.architecture.latent;
    if (noise.length !== expected) throw new RangeError(`${noise.length} values of noise: expected ${expected}`);
  }

  /** Places a batch and its noise, of which it takes the rows of images `from` on of `whole` in every sample. */
  #place(batch: Uint32Array, noise: Float32Array, samples: number, from = 0, whole = batch.length): void {
    const { latent } = this.layout.architecture;
    const count = batch.length;
    this.#ensure(count, samples * count);
    this.#words(count).set(batch);
    const placed = this.#floats(this.#x.noise.value, samples * count * latent);
    for (let sample = 0; sample < samples; sample++) {
      const start = (sample * whole + from) * latent;
      placed.set(noise.subarray(start, start + count * latent), sample * count * latent);
    }
  }

  /** @returns what R has besides its errors, an image */
  #setHyper({ likelihood, sigmaX, regulariser, beta, noiseScale, draw }: StepHyper): number {
    const terms = squaredErrorTerms(likelihood, likelihood === 'gaussian-learned' ? this.sigmaX : sigmaX);
    const { inputs, latent } = this.layout.architecture;
    const constant = inputs * terms.constant;
    const [simple, excess] = regulariser === 'simple' ? [1, 0] : [0, klConstant(this.#family, latent)];
    const drawn = [draw === undefined ? 0 : 1, draw ?? 0] as const;
    this.#x.setHyper(LIKELIHOODS[likelihood], terms.weight, constant, simple, excess, beta, noiseScale, ...drawn);
    return constant;
  }

  #ensure(images: number, codes: number): void {
    const { capacity, codeCapacity } = this.#x;
    if (images <= capacity.value && codes <= codeCapacity.value) return;
    this.#grown(this.#x.reserve(Math.max(images, capacity.value), Math.max(codes, codeCapacity.value)));
  }

  #grown(ok: number): void {
    if (ok === 0) throw new RangeError('The simd engine is out of memory: WebAssembly memory cannot grow');
  }

  // Views are taken anew each time: growing the memory detaches them.
  #floats(pointer: number, length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#x.memory.buffer as ArrayBuffer, pointer, length);
  }

  #words(length: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#x.memory.buffer as ArrayBuffer, this.#x.indices.value, length);
  }
}
