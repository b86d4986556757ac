/**
 * Everything a reader may change, once: defaults, ranges, validation, the controls and the address all come from this
 * table.
 */
import type { Activation, EngineName, Initialisation, Likelihood, Regulariser } from '../worker/protocol';

export interface Settings {
  /** `file` is the reader's own and lives only as long as the page. */
  data: 'uci-digits' | 'strokes' | 'file';
  /** Pixels a side; 0 is the size of the source. */
  size: number;
  seed: number;
  /** Widths of the encoder's hidden layers; the decoder mirrors them. */
  hidden: readonly number[];
  activation: Activation;
  /** d, axes of a code. */
  latent: number;
  /** The axes of the plane, counted from 1; 0 is the most active. Of use where the code has more than two. */
  axisX: number;
  axisY: number;
  init: Initialisation;
  /** β. */
  beta: number;
  /** s, the σ slider. */
  noiseScale: number;
  likelihood: Likelihood;
  /** σ̃ of the Gaussian observation model. */
  sigmaX: number;
  regulariser: Regulariser;
  learningRate: number;
  batchSize: number;
  engine: 'auto' | EngineName;
  /** Steps a second at most; 0 is as fast as the machine goes. */
  speed: number;
  autoplay: boolean;
  lang: 'auto' | 'en' | 'zh';
  theme: 'auto' | 'light' | 'dark';
}

export type Key = keyof Settings;

/** Where a setting is shown. `page` settings say how, not what: they are kept out of a run. */
export type Group = 'data' | 'model' | 'objective' | 'training' | 'page';

interface Common {
  /** The key in the address. */
  readonly short: string;
  readonly group: Group;
  /** Whether a change begins a new run; everything else is live. */
  readonly restart: boolean;
}

export interface NumberSpec extends Common {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly integer?: true;
  /** How a slider is spread over the range: `zero-log` has a stop at 0, then is logarithmic from `from`. */
  readonly scale: 'linear' | 'log' | 'zero-log';
  readonly from?: number;
}

interface ChoiceSpec<T extends string | number> extends Common {
  readonly kind: 'choice';
  readonly default: T;
  readonly choices: readonly T[];
}

interface FlagSpec extends Common {
  readonly kind: 'flag';
  readonly default: boolean;
}

interface WidthsSpec extends Common {
  readonly kind: 'widths';
  readonly default: readonly number[];
  readonly maxLayers: number;
  readonly maxWidth: number;
}

export type Spec = NumberSpec | ChoiceSpec<string> | ChoiceSpec<number> | FlagSpec | WidthsSpec;

/** The kind of entry that a type of setting needs; in brackets, so that a union of choices stays one type. */
type SpecOf<T> = [T] extends [boolean]
  ? FlagSpec
  : [T] extends [readonly number[]]
    ? WidthsSpec
    : [T] extends [string]
      ? ChoiceSpec<T>
      : NumberSpec | ChoiceSpec<number>;

export const SETTINGS = {
  data: {
    kind: 'choice',
    default: 'uci-digits',
    choices: ['uci-digits', 'strokes', 'file'],
    short: 'd',
    group: 'data',
    restart: true,
  },
  size: {
    kind: 'choice',
    default: 0,
    choices: [0, 8, 12, 16, 20, 24, 28, 32],
    short: 'px',
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
    choices: ['bernoulli', 'gaussian', 'squared'],
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
  autoplay: { kind: 'flag', default: true, short: 'play', group: 'page', restart: false },
  lang: {
    kind: 'choice',
    default: 'auto',
    choices: ['auto', 'en', 'zh'],
    short: 'lang',
    group: 'page',
    restart: false,
  },
  theme: {
    kind: 'choice',
    default: 'auto',
    choices: ['auto', 'light', 'dark'],
    short: 'theme',
    group: 'page',
    restart: false,
  },
} as const satisfies { [K in Key]: SpecOf<Settings[K]> };

export const KEYS = Object.keys(SETTINGS) as Key[];

/** The same table with its entries widened, for code that treats all settings alike. */
export const SPECS: Readonly<Record<Key, Spec>> = SETTINGS;

export const defaultSettings = (): Settings =>
  Object.fromEntries(KEYS.map((key) => [key, SPECS[key].default])) as unknown as Settings;
