/** Numbers as text, by what every browser has of its own: thousands apart, a true minus, and none before a zero. */

const signed = (value: number, text: string): string => (value < 0 && /[1-9]/.test(text) ? `−${text}` : text);

const formats = new Map<number, Intl.NumberFormat>();

/** With so many decimals: 1,234.50. */
export function fixed(value: number, decimals: number): string {
  let format = formats.get(decimals);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formats.set(decimals, format);
  }
  return signed(value, format.format(Math.abs(value)));
}

/** With so many digits that tell, and no zeros after them: 0.0004, 1230. */
export const significant = (value: number, digits: number): string =>
  signed(value, String(Number(Math.abs(value).toPrecision(digits))).replace('e-', 'e−'));

/** The same as a power of ten: 3.2e+12. */
export const scientific = (value: number, digits: number): string =>
  signed(value, Number(Math.abs(value).toPrecision(digits)).toExponential().replace('e-', 'e−'));

/** From a thousand on, by the letters of the thousands: 2.5M has the power 6. */
const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'] as const;

/** The power of ten of a number's first digit. */
const exponent = (value: number): number => Math.floor(Math.log10(Math.abs(value)));

/**
 * Large numbers that belong together, short: 100k, 150k, or 1.5M.
 * @param largest of them, from 1 on: its letter is that of all
 * @param step between them, down to which decimals tell: 1, 2 or 5 times a power of ten
 */
export function shortened(largest: number, step: number): (value: number) => string {
  const letter = Math.min(PREFIXES.length - 1, Math.floor(exponent(largest) / 3));
  const decimals = Math.max(0, 3 * letter - exponent(step));
  return (value) => {
    const scaled = value / 10 ** (3 * letter);
    return signed(value, String(Number(Math.abs(scaled).toFixed(Math.min(decimals, 20)))) + PREFIXES[letter]);
  };
}

/** Decimals that tell numbers apart which are a step of 1, 2 or 5 times a power of ten from each other. */
export const decimalsOf = (step: number): number => Math.min(20, Math.max(0, -exponent(step)));
