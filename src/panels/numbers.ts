/** How numbers are shown: one place, so that panels agree. */
import { format } from 'd3-format';

/** A count with thin separators, as 1,540. */
export const count = format(',');
/** Nats an image. */
export const nats = format('.1f');
/** A share as whole per cent. */
export const percent = (share: number): string => `${Math.round(100 * share)} %`;
/** A parameter such as β: three digits, no trailing zeros. */
export const short = format('.3~g');
