/** How losses and codes are shown, of which the first picture says none in numbers: one place, so that panels agree. */
import { fixed, scientific, significant } from '../draw/decimals';
import { NONE } from './numbers';

/**
 * Nats an image, with as many digits as its size asks for: 0.034, 3.14, 21.6, 123.4, 12,345. Within a power of ten all
 * are equally wide, so that numbers that change do not push their neighbours about.
 */
export function nats(value: number): string {
  if (Number.isNaN(value)) return NONE;
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return value < 0 ? '−∞' : '∞';
  // Rounding may lead to the next power of ten, which has fewer digits.
  if (size >= 1e9) return scientific(value, 4);
  if (size >= 999.95) return fixed(value, 0);
  if (size >= 0.9995) return fixed(value, size >= 9.995 ? 1 : 2);
  if (size >= 0.00995) return fixed(value, 3);
  // Less than this is rounding of the numbers that it was summed up from.
  return size < 1e-6 ? '0.000' : significant(value, 2);
}

/** A correlation, to hundredths; a true minus. */
export const correlation = (value: number): string => fixed(value, 2);

/**
 * Latent coordinates, with as many decimals as pixels of the plane tell apart; a true minus.
 * @param half half a side of the window that is seen
 */
export function coordinate(value: number, half: number): string {
  const decimals = Math.ceil(-Math.log10((2 * half) / 500));
  return fixed(value, Math.min(8, Math.max(0, decimals)));
}
