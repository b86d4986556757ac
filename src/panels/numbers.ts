/** How numbers are shown: one place, so that panels agree. */
import { fixed, significant } from '../draw/decimals';

/** A count with its thousands apart, as 1,540. */
export const count = (value: number): string => fixed(value, 0);

/** What stands where there is no number. */
export const NONE = '–';

/** A share as whole per cent; with a digit more where that would say all or nothing of what is neither. */
export function percent(share: number): string {
  if (Number.isNaN(share)) return NONE;
  const cents = 100 * share;
  if (cents > 0 && cents < 0.05) return '< 0.1 %';
  if (cents < 100 && cents > 99.95) return '> 99.9 %';
  const rounded = Math.round(cents);
  return `${rounded !== cents && (rounded === 0 || rounded === 100) ? cents.toFixed(1) : rounded} %`;
}

/** A parameter such as β: three digits, no trailing zeros. */
export const short = (value: number): string => significant(value, 3);
