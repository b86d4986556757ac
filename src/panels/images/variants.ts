/** Variants of the data sets that have some: what the setting `variant` may say of them, and what stands for nothing. */

/** Variants of `faces` that are several characters; '' is `USUAL_CHARACTER`. */
export const CHARACTER_GROUPS = ['all', 'lower', 'upper', 'digits'] as const;

export const USUAL_CHARACTER = 'a';

/** Those that are one each. */
export const CHARACTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];

/** What may vary of `shapes`, in the order in which a variant names them, joined by dots; '' is `USUAL_VARIED`. */
export const VARIED = ['shape', 'size', 'angle', 'x', 'y', 'light'];

const USUAL_VARIED = 'shape.size.x.y';

/** What varies of a variant of `shapes`. */
export const variedIn = (variant: string): readonly string[] => (variant || USUAL_VARIED).split('.');

/** The variant of `shapes` of which these vary. */
export function variantOf(varied: readonly string[]): string {
  const variant = VARIED.filter((factor) => varied.includes(factor)).join('.');
  return variant === USUAL_VARIED ? '' : variant;
}

/** The hand that draws `strokes` where nothing is said, and what one is. */
export const USUAL_HAND = '1';

export const isHand = (text: string): boolean => /^\d{1,6}$/.test(text);
