import { DataError } from '../dataset';

/** That a set has no such variant. @param expected what it has, in English */
export const noVariant = (set: string, variant: string, expected: string): DataError =>
  new DataError(
    { code: 'variant', values: { set, variant, expected } },
    `The data set ${set} has no variant ${JSON.stringify(variant)}, expected ${expected}`,
  );
