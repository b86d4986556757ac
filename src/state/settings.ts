/**
 * Everything a reader may change of a figure, once: defaults, ranges, validation, the controls and the address all come
 * from this table.
 */
import { FAMILIES, type Family } from '../math/family';
import type { Binary, SetName } from '../worker/libraryProtocol';
import type { Activation, EngineName, Initialisation, Likelihood, Regulariser } from '../worker/protocol';
import { defaultsOf, keyNamed, type Spec, type SpecOf } from './specs';

export interface Settings {
  /** `file` is the reader's own and lives only as long as the page. */
  data: SetName | 'file';
  /** Which of the data set's variants, such as a letter; '' is the usual one. */
  variant: string;
  /** Images at most, or those that are drawn; 0 is as many as there are, or as is usual for the set. */
  count: number;
  /** The factor that colours the plane, by its name; '' is the class. */
  colour: string;
  /** Pixels a side; 0 is what suits the set, and the size of the reader's own. */
  size: number;
  /** Whether rows and columns of every image are exchanged, as EMNIST's files need; of use for the reader's own files. */
  transposed: boolean;
  /** Share of the images that is kept from training, and measured beside it; the seed says which. */
  holdout: number;
  seed: number;
  /** Widths of the encoder's hidden layers; the decoder mirrors them. None makes a linear model. */
  hidden: readonly number[];
  activation: Activation;
  /** d, axes of a code. */
  latent: number;
  /** What an image's posterior may be. */
  posterior: Family;
  /** The axes of the plane, counted from 1; 0 is the most active. Of use where the code has more than two. */
  axisX: number;
  axisY: number;
  init: Initialisation;
  /** β. */
  beta: number;
  /** s, the σ slider. */
  noiseScale: number;
  likelihood: Likelihood;
  /** σ̃ of the Gaussian observation model, where it is fixed. */
  sigmaX: number;
  /** Whether pixels are ink or paper alone: by a threshold of ½ once, or drawn of the intensities anew in every step. */
  binary: Binary;
  regulariser: Regulariser;
  learningRate: number;
  batchSize: number;
  /** Draws of noise an image and step, of whose losses the mean is taken. */
  samples: number;
  engine: 'auto' | EngineName;
  /** Steps a second at most; 0 is as fast as the machine goes. */
  speed: number;
}

export type Key = keyof Settings;

const SETTINGS = {
  data: {
    kind: 'choice',
    default: 'uci-digits',
    choices: ['uci-digits', 'mnist', 'faces', 'strokes', 'shapes', 'ring', 'line', 'disc', 'noise', 'file'],
    short: 'd',
    group: 'data',
    restart: true,
  },
  variant: { kind: 'word', default: '', most: 60, short: 'dv', group: 'data', restart: true },
  count: {
    kind: 'number',
    default: 0,
    min: 0,
    max: 100_000,
    integer: true,
    scale: 'linear',
    short: 'dn',
    group: 'data',
    restart: true,
  },
  colour: { kind: 'word', default: '', most: 60, short: 'co', group: 'data', restart: false },
  size: {
    kind: 'choice',
    default: 0,
    choices: [0, 8, 12, 16, 20, 24, 28, 32],
    short: 'px',
    group: 'data',
    restart: true,
  },
  transposed: { kind: 'flag', default: false, short: 'tr', group: 'data', restart: true },
  holdout: {
    kind: 'choice',
    default: 0.1,
    choices: [0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9],
    short: 'ho',
    group: 'data',
    restart: true,
  },
  beta: {
    kind: 'number',
    default: 0,
    min: 0,
    max: 32,
    scale: 'zero-log',
    from: 0.01,
    short: 'b',
    group: 'objective',
    restart: false,
  },
  noiseScale: {
    kind: 'number',
    default: 0,
    min: 0,
    max: 1.5,
    scale: 'linear',
    short: 's',
    group: 'objective',
    restart: false,
  },
  likelihood: {
    kind: 'choice',
    default: 'bernoulli',
    choices: ['bernoulli', 'gaussian', 'gaussian-learned', 'squared'],
    short: 'l',
    group: 'objective',
    restart: false,
  },
  sigmaX: {
    kind: 'number',
    default: 0.3,
    min: 0.05,
    max: 2,
    scale: 'log',
    short: 'sx',
    group: 'objective',
    restart: false,
  },
  binary: {
    kind: 'choice',
    default: 'off',
    choices: ['off', 'threshold', 'resampled'],
    short: 'bin',
    group: 'objective',
    restart: true,
  },
  regulariser: {
    kind: 'choice',
    default: 'kl',
    choices: ['kl', 'simple'],
    short: 'k',
    group: 'objective',
    restart: false,
  },
  hidden: {
    kind: 'widths',
    default: [64],
    maxLayers: 3,
    maxWidth: 1024,
    short: 'h',
    group: 'model',
    restart: true,
  },
  activation: {
    kind: 'choice',
    default: 'relu',
    choices: ['relu', 'tanh', 'gelu'],
    short: 'a',
    group: 'model',
    restart: true,
  },
  latent: {
    kind: 'choice',
    default: 2,
    choices: [1, 2, 3, 4, 5, 6, 7, 8],
    short: 'z',
    group: 'model',
    restart: true,
  },
  posterior: {
    kind: 'choice',
    default: 'diagonal',
    choices: FAMILIES,
    short: 'q',
    group: 'model',
    restart: true,
  },
  axisX: {
    kind: 'choice',
    default: 0,
    choices: [0, 1, 2, 3, 4, 5, 6, 7, 8],
    short: 'zx',
    group: 'model',
    restart: false,
  },
  axisY: {
    kind: 'choice',
    default: 0,
    choices: [0, 1, 2, 3, 4, 5, 6, 7, 8],
    short: 'zy',
    group: 'model',
    restart: false,
  },
  init: {
    kind: 'choice',
    default: 'small-ellipses',
    choices: ['small-ellipses', 'glorot'],
    short: 'i',
    group: 'model',
    restart: true,
  },
  seed: {
    kind: 'number',
    default: 1,
    min: 0,
    max: 999_999,
    integer: true,
    scale: 'linear',
    short: 'r',
    group: 'model',
    restart: true,
  },
  learningRate: {
    kind: 'number',
    default: 0.001,
    min: 0.00001,
    max: 100,
    scale: 'log',
    short: 'lr',
    group: 'training',
    restart: false,
  },
  batchSize: {
    kind: 'number',
    default: 64,
    min: 1,
    max: 1024,
    integer: true,
    scale: 'log',
    short: 'n',
    group: 'training',
    restart: false,
  },
  samples: {
    kind: 'number',
    default: 1,
    min: 1,
    max: 16,
    integer: true,
    scale: 'log',
    short: 'm',
    group: 'training',
    restart: false,
  },
  speed: {
    kind: 'choice',
    // Faster than this nobody could watch a small model, and every fan would turn.
    default: 1000,
    choices: [1, 10, 100, 1000, 0],
    short: 'f',
    group: 'training',
    restart: false,
  },
  engine: {
    kind: 'choice',
    default: 'auto',
    choices: ['auto', 'webgl', 'simd'],
    short: 'e',
    group: 'training',
    restart: false,
  },
} as const satisfies { [K in Key]: SpecOf<Settings[K]> };

export const KEYS = Object.keys(SETTINGS) as Key[];

/** The same table with its entries widened, for code that treats all settings alike. */
export const SPECS: Readonly<Record<Key, Spec>> = SETTINGS;

/** The setting that goes by a name: its key, its short key, or `sigma` for the noise scale. */
export const settingNamed = (name: string): Key | undefined =>
  name.toLowerCase() === 'sigma' ? 'noiseScale' : keyNamed(name, KEYS, SPECS);

export const defaultSettings = (): Settings => defaultsOf<Settings>(SPECS);
