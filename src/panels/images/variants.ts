/** Variants of the data sets as they are chosen: what '' stands for, and what varies of shapes. */
import { VARIED } from '../../state/variants';

/** Variants of `faces` that are one character each. */
export const CHARACTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];

export const USUAL_CHARACTER = 'a';

export const USUAL_HAND = '1';

const USUAL_VARIED = 'shape.size.x.y';

/** What varies of a variant of `shapes`. */
export const variedIn = (variant: string): readonly string[] => (variant || USUAL_VARIED).split('.');

/** The variant of `shapes` of which these vary. */
export function variantOf(varied: readonly string[]): string {
  const variant = VARIED.filter((factor) => varied.includes(factor)).join('.');
  return variant === USUAL_VARIED ? '' : variant;
}
