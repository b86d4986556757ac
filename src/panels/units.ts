/** Which numbers of a loss are in nats: one place, so that panels agree. */
import type { Settings } from '../state/settings';
import { nats } from './quantities';

type Objective = Pick<Settings, 'likelihood' | 'regulariser' | 'posterior'>;

/** Of R, of K, and of their weighted sum. */
export interface InNats {
  readonly reconstruction: boolean;
  readonly regulariser: boolean;
  readonly total: boolean;
}

/** The squared error is no −ln p(x|z); the simple regulariser is no KL, nor is the part of it that points have. */
export function inNats({ likelihood, regulariser, posterior }: Objective): InNats {
  const [reconstruction, kl] = [likelihood !== 'squared', regulariser === 'kl' && posterior !== 'point'];
  return { reconstruction, regulariser: kl, total: reconstruction && kl };
}

/** A number with its unit, where it has one. @param unit as the reader's language calls nats */
export const amount = (value: number, isInNats: boolean, unit: string): string =>
  isInNats ? `${nats(value)} ${unit}` : nats(value);
