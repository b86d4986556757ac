/** The AssemblyScript kernel of one model, with types: memory, sizes and checks, but no asynchrony. */

import { instantiate } from '../../platform/wasm';
import { adamFactors } from '../adam';
import type { Arithmetic, Hyper, Likelihood, LossTerms, Parameters } from '../engine';
import { type Activation, type Architecture, createLayout, type Layout } from '../layout';
import type { Link } from '../link';
import { sigmaXOf, squaredErrorTerms } from '../squaredError';
import { type Block, copyBlock, createBlocks } from './blocks';

/** What assembly/index.ts exports. Pointers are bytes from the start of `memory`; globals are current at each read. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  addHidden(width: number): void;
  configure(inputs: number, latent: number, activation: number): number;
  placeData(count: number, pixelBytes: number): number;
  reserve(images: number): number;
  blockAt(layer: number, which: number): number;
  setHyper(likelihood: number, weight: number, constant: number, simple: number, beta: number, noise: number): void;
  train(count: number, rate: number, debias: number): void;
  evaluate(count: number): void;
  products(count: number): void;
  encode(count: number, resident: number): void;
  decode(count: number, link: number): void;
  clearLosses(): void;
  multiplyAdd(a: number, b: number, c: number): number;
  readonly data: WebAssembly.Global<'i32'>;
  readonly indices: WebAssembly.Global<'i32'>;
  readonly noise: WebAssembly.Global<'i32'>;
  readonly mu: WebAssembly.Global<'i32'>;
  readonly logVar: WebAssembly.Global<'i32'>;
  readonly images: WebAssembly.Global<'i32'>;
  readonly capacity: WebAssembly.Global<'i32'>;
  readonly lastReconstruction: WebAssembly.Global<'f64'>;
  readonly lastRegulariser: WebAssembly.Global<'f64'>;
  readonly sumReconstruction: WebAssembly.Global<'f64'>;
  readonly sumRegulariser: WebAssembly.Global<'f64'>;
  readonly sumTotal: WebAssembly.Global<'f64'>;
  readonly steps: WebAssembly.Global<'i32'>;
}

const ACTIVATIONS: Record<Activation, number> = { relu: 0, tanh: 1, gelu: 2 };
const LIKELIHOODS: Record<Likelihood, number> = { bernoulli: 0, gaussian: 1, squared: 2, 'gaussian-learned': 3 };
/** What is made of the decoder's outputs (assembly/codes.ts). */
const LINKS: Record<Link, number> = { sigmoid: 0, clamp: 1, linear: 2 };
const MAX_HIDDEN = 8;
const MAX_LATENT = 8;

/** Which of a layer's blocks. */
const BLOCKS = { values: 0, first: 1, second: 2 } as const;

/** Images that pass through the workspace at once where a call has more: encoding, decoding, evaluation. */
export const SLICE = 256;

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
  /** ln σ̃² and its moments. */
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
    this.#blocks = createBlocks(this.layout);
    this.#x = instantiate(module).exports as unknown as Exports;
    for (const width of hidden) this.#x.addHidden(width);
    this.#grown(this.#x.configure(inputs, latent, ACTIVATIONS[activation]));
    this.#grown(this.#x.reserve(SLICE));
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
   */
  setData(images: Float32Array, n: number, asBytes: boolean): void {
    const size = n * this.layout.architecture.inputs;
    if (images.length !== size) throw new RangeError(`${images.length} pixels: expected ${size} of ${n} images`);
    this.n = 0;
    this.#grown(this.#x.placeData(n, asBytes ? 1 : 4));
    if (asBytes) {
      const bytes = new Uint8Array(this.#x.memory.buffer, this.#x.data.value, size);
      for (let i = 0; i < size; i++) bytes[i] = Math.round(images[i]! * 255);
    } else this.#floats(this.#x.data.value, size).set(images);
    this.n = n;
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
  train(batch: Uint32Array, noise: Float32Array, hyper: Hyper): void {
    this.#place(batch, noise);
    this.#setHyper(hyper);
    const t = ++this.step;
    const { rate, scale } = adamFactors(hyper.learningRate, t);
    this.#x.train(batch.length, rate, scale);
  }

  /** Does the matrix products of a training step and nothing else, for measurements. */
  products(count: number): void {
    this.#ensure(count);
    this.#x.products(count);
  }

  /** The loss of a batch, in slices of at most `SLICE` images. */
  evaluate(batch: Uint32Array, noise: Float32Array, hyper: Hyper): LossTerms {
    this.#check(batch, noise);
    this.#setHyper(hyper);
    const d = this.layout.architecture.latent;
    let reconstruction = 0;
    let regulariser = 0;
    for (let from = 0; from < batch.length; from += SLICE) {
      const indices = batch.subarray(from, from + SLICE);
      this.#place(indices, noise.subarray(from * d, (from + indices.length) * d));
      this.#x.evaluate(indices.length);
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

  /** μ and ln σ² of `count` images into row `from` on: resident ones (their indices) or others (row-major pixels). */
  encodeSlice(
    source: Uint32Array | Float32Array,
    count: number,
    mu: Float32Array,
    logVar: Float32Array,
    from: number,
  ): void {
    const resident = source instanceof Uint32Array;
    const d = this.layout.architecture.latent;
    if (resident) this.#words(count).set(source);
    else {
      this.#words(count).set(Uint32Array.from({ length: count }, (_, i) => i));
      this.#floats(this.#x.images.value, source.length).set(source);
    }
    this.#x.encode(count, resident ? 1 : 0);
    mu.set(this.#floats(this.#x.mu.value, count * d), from * d);
    logVar.set(this.#floats(this.#x.logVar.value, count * d), from * d);
  }

  /** The decoder's outputs for up to `SLICE` codes, through a link, into row `from` on. */
  decodeSlice(z: Float32Array, count: number, link: Link, to: Float32Array, from: number): void {
    const { inputs } = this.layout.architecture;
    this.#floats(this.#x.noise.value, z.length).set(z);
    this.#x.decode(count, LINKS[link]);
    to.set(this.#floats(this.#x.images.value, count * inputs), from * inputs);
  }

  /** @throws RangeError unless the batch names resident images and has d values of noise for each */
  #check(batch: Uint32Array, noise: Float32Array): void {
    if (batch.length === 0) throw new RangeError('Empty batch: expected at least one image');
    for (const index of batch) {
      if (index >= this.n) throw new RangeError(`Image ${index} in the batch: there are ${this.n}`);
    }
    const expected = batch.length * this.layout.architecture.latent;
    if (noise.length !== expected) throw new RangeError(`${noise.length} values of noise: expected ${expected}`);
  }

  #place(batch: Uint32Array, noise: Float32Array): void {
    this.#check(batch, noise);
    this.#ensure(batch.length);
    this.#words(batch.length).set(batch);
    this.#floats(this.#x.noise.value, noise.length).set(noise);
  }

  #setHyper({ likelihood, sigmaX, regulariser, beta, noiseScale }: Hyper): void {
    const { weight, constant } = squaredErrorTerms(likelihood, sigmaX);
    const simple = regulariser === 'simple' ? 1 : 0;
    const { inputs } = this.layout.architecture;
    this.#x.setHyper(LIKELIHOODS[likelihood], weight, inputs * constant, simple, beta, noiseScale);
  }

  #ensure(count: number): void {
    if (count > this.#x.capacity.value) this.#grown(this.#x.reserve(count));
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
