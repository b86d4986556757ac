import { mix32 } from './mix32';

/**
 * Seeded random numbers. Every random choice of the project is drawn from one of these, passed in by the caller,
 * so that one seed gives one run.
 */
export interface Random {
  /** Where the sequence stands: another generator goes on from it to the bit. */
  state(): RandomState;
  /** Uniform on [0, 1), 32 random bits. */
  uniform(): number;
  /** Standard normal, by the Box–Muller transform; consumes two uniforms for every two values. */
  normal(): number;
  /** Uniform integer in 0 … n−1; n must be a positive integer. */
  below(n: number): number;
  /** Shuffles in place (Fisher–Yates). */
  shuffle(values: Uint32Array): void;
}

/** The four words of sfc32, and the second value of a Box–Muller pair where one is left over. */
export interface RandomState {
  readonly words: readonly [number, number, number, number];
  readonly spare: number | null;
}

/** splitmix32: a finaliser over a Weyl sequence; spreads a small seed over the whole state. */
function splitMix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    return mix32(state);
  };
}

/**
 * A generator for `seed`. Different `stream`s of one seed are independent sequences: initial weights, batches and
 * noise each have their own, so that drawing more of one never shifts another.
 *
 * The core is sfc32 (Chris Doty-Humphrey's Small Fast Counting generator, PractRand 2010).
 */
export function createRandom(seed: number, stream = 0): Random {
  const mix = splitMix(Math.imul(seed | 0, 0x85ebca6b) ^ Math.imul((stream | 0) + 1, 0xc2b2ae35));
  const random = restoreRandom({ words: [mix() | 0, mix() | 0, mix() | 0, 1], spare: null });
  for (let i = 0; i < 12; i++) random.uniform();
  return random;
}

/** A generator that goes on from where another stood. */
export function restoreRandom(from: RandomState): Random {
  // In an array, as variables of a closure would be a new object at every change: V8 has no 32-bit integers there.
  const words = Int32Array.from(from.words);
  let { spare } = from;
  const next = (): number => {
    const a = words[0]!;
    const b = words[1]!;
    const c = words[2]!;
    const counter = words[3]!;
    const t = (a + b + counter) | 0;
    words[0] = b ^ (b >>> 9);
    words[1] = c + (c << 3);
    words[2] = ((c << 21) | (c >>> 11)) + t;
    words[3] = counter + 1;
    return t >>> 0;
  };
  const uniform = (): number => next() / 4294967296;
  const below = (n: number): number => Math.floor(uniform() * n);
  return {
    state: () => ({ words: [words[0]!, words[1]!, words[2]!, words[3]!], spare }),
    uniform,
    below,
    normal() {
      if (spare !== null) {
        const value = spare;
        spare = null;
        return value;
      }
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
    shuffle(values) {
      for (let i = values.length - 1; i > 0; i--) {
        const j = below(i + 1);
        const kept = values[i]!;
        values[i] = values[j]!;
        values[j] = kept;
      }
    },
  };
}
