import { type Codes, codesOfHead } from '../../math/posterior';
import type {
  Arithmetic,
  Engine,
  Likelihood,
  LossTerms,
  Observation,
  ObservationRequest,
  Parameters,
  StepHyper,
  Still,
} from '../engine';
import { checkFit } from '../fit';
import { type Architecture, familyOf } from '../layout';
import { type Link, linkOf } from '../link';
import { Kernel, SLICE } from './kernel';
import { compileKernel, type KernelSource } from './module';

/**
 * Data above this many bytes as floats are kept as bytes if that is exact: a second-level cache holds about so much beside
 * the parameters, and beyond it a step waits for its images.
 */
const COMPACT_ABOVE = 2 ** 20;

/** Whether every pixel is k/255, rounded to float32. */
function isBytes(images: Float32Array): boolean {
  for (const value of images) {
    const k = Math.round(value * 255);
    if (!(k >= 0 && k <= 255) || Math.fround(k / 255) !== value) return false;
  }
  return true;
}

/** The model in WebAssembly memory, one thread. Every call finishes before it returns; the promises are resolved. */
export class SimdEngine implements Engine {
  readonly name = 'simd';
  readonly arithmetic: Arithmetic;
  #kernel: Kernel | null;
  /** Counts the changes of the parameters. */
  #changes = 0;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.arithmetic = kernel.arithmetic();
  }

  /** For tests and measurements. */
  get kernel(): Kernel {
    if (this.#kernel === null) throw new Error('The simd engine has been disposed');
    return this.#kernel;
  }

  setData(images: Float32Array, n: number, intensities = images): void {
    const asBytes = images.byteLength > COMPACT_ABOVE && isBytes(images) && isBytes(intensities);
    this.kernel.setData(images, n, asBytes, intensities);
  }

  /** @throws RangeError when the parameters are of another architecture */
  load(parameters: Parameters): void {
    checkFit(parameters, this.kernel.layout);
    this.kernel.load(parameters);
    this.#changes += 1;
  }

  async save(): Promise<Parameters> {
    const { layout, step } = this.kernel;
    return {
      architecture: layout.architecture,
      values: this.kernel.read('values'),
      first: this.kernel.read('first'),
      second: this.kernel.read('second'),
      step,
    };
  }

  train(batch: Uint32Array, noise: Float32Array, hyper: StepHyper): void {
    this.kernel.train(batch, noise, hyper);
    this.#changes += 1;
  }

  async losses(): Promise<LossTerms | null> {
    return this.kernel.takeLosses();
  }

  async evaluate(batch: Uint32Array, noise: Float32Array, hyper: StepHyper): Promise<LossTerms> {
    return this.kernel.evaluate(batch, noise, hyper);
  }

  async encode(images: Float32Array | 'data'): Promise<Codes> {
    return this.#encodeAll(images);
  }

  async decode(z: Float32Array, likelihood: Likelihood): Promise<Float32Array> {
    return this.#decode(z, linkOf(likelihood));
  }

  async outputs(z: Float32Array): Promise<Float32Array> {
    return this.#decode(z, 'linear');
  }

  still(): Still {
    const kept = this.kernel.copy();
    const { sigmaX } = this.kernel;
    const changes = this.#changes;
    /** Computes with the weights that were kept, and puts the present ones back. */
    const within = <T>(compute: () => T): T => {
      if (changes === this.#changes) return compute();
      const present = this.kernel.copy();
      this.kernel.restore(kept);
      try {
        return compute();
      } finally {
        this.kernel.restore(present);
      }
    };
    return {
      sigmaX: async () => sigmaX,
      evaluate: async (...batch) => within(() => this.kernel.evaluate(...batch)),
      encode: async (images) => within(() => this.#encodeAll(images)),
      decode: async (z, likelihood) => within(() => this.#decode(z, linkOf(likelihood))),
      outputs: async (z) => within(() => this.#decode(z, 'linear')),
      dispose: () => undefined,
    };
  }

  async observe({ stride, points, probes, likelihood }: ObservationRequest): Promise<Observation> {
    const codes = this.#encode(Math.ceil(this.kernel.n / stride), (from, to) => range(from, to, stride));
    const probed = this.#encode(probes.length, (from, to) => probes.subarray(from, to));
    return {
      codes,
      decoded: this.#decode(points, linkOf(likelihood)),
      reconstructed: this.#decode(probed.mu, linkOf(likelihood)),
      losses: this.kernel.takeLosses(),
      sigmaX: likelihood === 'gaussian-learned' ? this.kernel.sigmaX : null,
    };
  }

  /** Drops the memory. The engine answers no more calls. */
  dispose(): void {
    this.#kernel = null;
  }

  #encodeAll(images: Float32Array | 'data'): Codes {
    const { inputs } = this.kernel.layout.architecture;
    if (images === 'data') return this.#encode(this.kernel.n, (from, to) => range(from, to, 1));
    if (images.length % inputs !== 0) throw new RangeError(`${images.length} pixels: not a multiple of ${inputs}`);
    return this.#encode(images.length / inputs, (from, to) => images.subarray(from * inputs, to * inputs));
  }

  #encode(n: number, slice: (from: number, to: number) => Uint32Array | Float32Array): Codes {
    const { architecture, head } = this.kernel.layout;
    const rows = new Float32Array(n * head.outputs);
    for (let from = 0; from < n; from += SLICE) {
      const to = Math.min(n, from + SLICE);
      this.kernel.encodeSlice(slice(from, to), to - from, rows, from);
    }
    return codesOfHead(familyOf(architecture), architecture.latent, rows);
  }

  #decode(z: Float32Array, link: Link): Float32Array {
    const { latent: d, inputs } = this.kernel.layout.architecture;
    if (z.length % d !== 0) throw new RangeError(`${z.length} coordinates: not a multiple of ${d}`);
    const n = z.length / d;
    const images = new Float32Array(n * inputs);
    for (let from = 0; from < n; from += SLICE) {
      const to = Math.min(n, from + SLICE);
      this.kernel.decodeSlice(z.subarray(from * d, to * d), to - from, link, images, from);
    }
    return images;
  }
}

/** Indices of every `stride`-th image, from number `from` of these on. */
const range = (from: number, to: number, stride: number): Uint32Array =>
  Uint32Array.from({ length: to - from }, (_, i) => (from + i) * stride);

/**
 * An engine with all parameters zero; `load` comes next.
 * @param source the kernel where it cannot be fetched, or where one compiled module serves several engines
 * @throws RangeError for an architecture beyond 8 latent dimensions or 8 hidden layers
 * @throws WasmError when the kernel cannot be fetched, is refused, or the machine has no WebAssembly SIMD
 */
export async function createSimdEngine(architecture: Architecture, source?: KernelSource): Promise<SimdEngine> {
  return new SimdEngine(new Kernel(await compileKernel(source), architecture));
}
