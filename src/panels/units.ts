/** Which numbers of a loss are in nats: one place, so that panels agree. */
import type { Settings } from '../state/settings';
import { nats } from './numbers';

/** Of R, of K, and of their weighted sum. */
export interface InNats {
  readonly reconstruction: boolean;
  readonly regulariser: boolean;
  readonly total: boolean;
}

/** The squared error is no −ln p(x|z), and the simple regulariser no KL: neither has a unit, nor has a sum with one of them. */
export function inNats({ likelihood, regulariser }: Pick<Settings, 'likelihood' | 'regulariser'>): InNats {
  const [reconstruction, kl] = [likelihood !== 'squared', regulariser === 'kl'];
  return { reconstruction, regulariser: kl, total: reconstruction && kl };
}

/** A number with its unit, where it has one. @param unit as the reader's language calls nats */
export const amount = (value: number, isInNats: boolean, unit: string): string =>
  isInNats ? `${nats(value)} ${unit}` : nats(value);
