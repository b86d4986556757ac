/** The AssemblyScript kernel as it is called: its functions, and the numbers that stand for names there. */
import type { Family } from '../../math/family';
import type { Likelihood } from '../engine';
import type { Activation } from '../layout';
import type { Link } from '../link';

/** What assembly/index.ts exports. Pointers are bytes from the start of `memory`; globals are current at each read. */
export interface Exports {
  readonly memory: WebAssembly.Memory;
  addHidden(width: number): void;
  configure(inputs: number, latent: number, activation: number, family: number): number;
  placeData(count: number, pixelBytes: number, apart: number, sparse: number, sparseDraws: number): number;
  reserve(images: number, codes: number): number;
  blockAt(layer: number, which: number): number;
  setHyper(
    likelihood: number,
    weight: number,
    constant: number,
    simple: number,
    excess: number,
    beta: number,
    noise: number,
    draws: number,
    drawKey: number,
  ): void;
  train(count: number, samples: number, rate: number, debias: number): void;
  settle(): void;
  evaluate(count: number, samples: number): void;
  products(count: number): void;
  encode(count: number, resident: number): void;
  decode(count: number, link: number): void;
  clearLosses(): void;
  multiplyAdd(a: number, b: number, c: number): number;
  readonly data: WebAssembly.Global<'i32'>;
  readonly drawn: WebAssembly.Global<'i32'>;
  readonly indices: WebAssembly.Global<'i32'>;
  readonly noise: WebAssembly.Global<'i32'>;
  readonly heads: WebAssembly.Global<'i32'>;
  readonly images: WebAssembly.Global<'i32'>;
  readonly capacity: WebAssembly.Global<'i32'>;
  readonly codeCapacity: WebAssembly.Global<'i32'>;
  readonly lastReconstruction: WebAssembly.Global<'f64'>;
  readonly lastRegulariser: WebAssembly.Global<'f64'>;
  readonly sumReconstruction: WebAssembly.Global<'f64'>;
  readonly sumRegulariser: WebAssembly.Global<'f64'>;
  readonly sumTotal: WebAssembly.Global<'f64'>;
  readonly steps: WebAssembly.Global<'i32'>;
  readonly listed: WebAssembly.Global<'i32'>;
}

export const ACTIVATIONS: Record<Activation, number> = { relu: 0, tanh: 1, gelu: 2 };
export const LIKELIHOODS: Record<Likelihood, number> = { bernoulli: 0, gaussian: 1, squared: 2, 'gaussian-learned': 3 };
/** A box trains as a diagonal does. */
export const FAMILIES: Record<Family, number> = { point: 0, isotropic: 1, diagonal: 2, box: 2, full: 3 };
/** What is made of the decoder's outputs (assembly/codes.ts). */
export const LINKS: Record<Link, number> = { sigmoid: 0, clamp: 1, linear: 2 };
