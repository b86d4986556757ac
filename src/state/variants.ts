/** What the setting `variant` may say of the data sets that have variants; '' is the usual one of each. */
import type { Settings } from './settings';

/** Variants of `faces` that are several characters. */
export const CHARACTER_GROUPS = ['all', 'lower', 'upper', 'digits'] as const;

/** Of the others each is one character. */
const isCharacter = (variant: string): boolean => /^[A-Za-z\d]$/.test(variant);

/** What may vary of `shapes`, in the order in which a variant names them, joined by dots. */
export const VARIED = ['shape', 'size', 'angle', 'x', 'y', 'light'];

/** The hand that draws `strokes`. */
export const isHand = (text: string): boolean => /^\d{1,6}$/.test(text);

/** Whether data have a variant; only the usual one of those without any, and of the reader's own. */
export function hasVariant(data: Settings['data'], variant: string): boolean {
  if (variant === '') return true;
  if (data === 'faces') return isCharacter(variant) || CHARACTER_GROUPS.some((group) => group === variant);
  if (data === 'strokes') return isHand(variant);
  const named = variant.split('.');
  return data === 'shapes' && VARIED.filter((factor) => named.includes(factor)).length === named.length;
}

/**
 * Settings as they are said, but for a variant that their data do not have.
 * @param present the data that are meant where none are said
 * @returns that variant, too; null where there is none
 */
export function withoutForeignVariant(
  settings: Partial<Settings>,
  present: Pick<Settings, 'data'>,
): { readonly said: Partial<Settings>; readonly foreign: string | null } {
  const { variant = '', ...others } = settings;
  const { data = present.data } = others;
  return hasVariant(data, variant) ? { said: settings, foreign: null } : { said: others, foreign: variant };
}
