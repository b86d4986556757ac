/** What settings are called that have no control in view at first, and what else stands beside them; it comes with them. */
import type { Language } from './index';
import { settings as en } from './settings.en';
import { settings as zh } from './settings.zh';

/** All but `data`, β, σ, speed and engine, which are in view from the first. */
type NamedKey =
  | 'variant'
  | 'count'
  | 'colour'
  | 'size'
  | 'transposed'
  | 'holdout'
  | 'seed'
  | 'hidden'
  | 'activation'
  | 'latent'
  | 'posterior'
  | 'axisX'
  | 'axisY'
  | 'init'
  | 'likelihood'
  | 'sigmaX'
  | 'binary'
  | 'regulariser'
  | 'learningRate'
  | 'batchSize'
  | 'samples';

export interface SettingWords {
  readonly groups: Readonly<Record<'data' | 'model' | 'objective' | 'training', string>>;
  readonly names: Readonly<Record<NamedKey, string>>;
  /** Names of choices that are called otherwise than in the address. */
  readonly choices: Readonly<Partial<Record<NamedKey, Readonly<Record<string, string>>>>>;
  /** How the widths of the hidden layers are written. */
  readonly widths: string;
  /** @param range what they must be */
  readonly badWidths: (range: string) => string;
  /** Of the model. */
  readonly parameters: (count: string) => string;
}

export const settingWords: Readonly<Record<Language, SettingWords>> = { en, zh };
