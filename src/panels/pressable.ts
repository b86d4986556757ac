/**
 * What a button has that may not be pressed at times. It keeps the focus meanwhile, which a disabled one would lose: who
 * works by keys stays where they are.
 * @param may whether it may be pressed now
 */
export const pressable = (
  may: boolean,
  press: () => void,
): { readonly onClick?: () => void; readonly 'aria-disabled'?: true } =>
  may ? { onClick: press } : { 'aria-disabled': true };
