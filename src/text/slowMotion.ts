/** What one training step in slow motion says; it comes with the panel. */
import type { Language } from './index';
import { slowMotion as en } from './slowMotion.en';
import { slowMotion as zh } from './slowMotion.zh';

/** As src/state/staged.ts has them. */
type Stage = 'batch' | 'ellipses' | 'noise' | 'sample' | 'decode' | 'loss' | 'pulls' | 'move';

/** Numbers of one image. */
type Row =
  | 'mu'
  | 'sigma'
  | 'rho'
  | 'noise'
  | 'code'
  | 'reconstruction'
  | 'regulariser'
  | 'reconstructionOnMu'
  | 'regulariserOnMu'
  | 'reconstructionOnSigma'
  | 'regulariserOnSigma'
  | 'reconstructionOnL'
  | 'regulariserOnL'
  | 'moveOfMu'
  | 'moveOfSigma';

export interface SlowWords {
  readonly title: string;
  readonly waiting: string;
  /** Of a model that is not trained here. */
  readonly untrained: string;
  readonly failed: (message: string) => string;
  readonly controls: Readonly<Record<'back' | 'forward' | 'play' | 'pause' | 'next' | 'leave', string>>;
  readonly place: (stage: string, of: string, step: string) => string;
  readonly titles: Readonly<Record<Stage, string>>;

  readonly batch: (step: string, count: string, many: string) => string;
  readonly ellipses: (count: string, one: string) => string;
  readonly points: (count: string) => string;
  readonly noise: string;
  readonly noiseOfBox: string;
  readonly noiseOfPoint: string;
  /** Of several samples an image. */
  readonly several: (samples: string) => string;
  readonly sample: (formula: string, one: string) => string;
  readonly sampleOfPoint: string;
  /** With the share s of the width. */
  readonly share: (share: string) => string;
  readonly decode: string;
  /** Of several samples: which one is shown. */
  readonly decodedFirst: string;
  /** The three with their units, where they have them. */
  readonly loss: (reconstruction: string, regulariser: string, beta: string, total: string) => string;
  readonly pulls: (parameters: string, scale: string) => string;
  readonly pullers: Readonly<Record<'reconstruction' | 'regulariser', string>>;
  /** Where the width is not in use, so that nothing can be drawn at the ends of the outline. */
  readonly noEnds: string;
  readonly taking: string;
  readonly move: (many: string) => string;
  readonly trueScale: string;
  readonly magnified: (times: string) => string;

  readonly images: string;
  readonly image: (number: string, index: string) => string;
  readonly original: string;
  readonly decoded: string;
  readonly rows: Readonly<Record<Row, string>>;
  readonly nats: string;
}

export const slowWords: Readonly<Record<Language, SlowWords>> = { en, zh };
