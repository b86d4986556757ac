import { DataError } from '../dataset';
import type { DataProblem, DataProblems } from '../problem';

/** What variants a set has: none, or the values by which a sentence says it. */
type Has<Code extends keyof DataProblems> = Omit<DataProblems[Code], 'set' | 'variant'>;
type Variants = 'none' | Has<'variant-hand'> | Has<'variant-character'> | Has<'variant-factors'>;

/** That a set has no such variant. @param has what it has */
export function noVariant(set: string, variant: string, has: Variants): DataError {
  const no = { set, variant };
  const error = (problem: DataProblem, expected: string): DataError =>
    new DataError(problem, `The data set ${set} has no variant ${JSON.stringify(variant)}, expected ${expected}`);
  if (has === 'none') return error({ code: 'variant-none', values: no }, 'none');
  if ('largest' in has)
    return error({ code: 'variant-hand', values: { ...no, ...has } }, `the number of a hand, from 0 to ${has.largest}`);
  if ('groups' in has)
    return error({ code: 'variant-character', values: { ...no, ...has } }, `one letter or digit, ${has.groups}`);
  return error(
    { code: 'variant-factors', values: { ...no, ...has } },
    `what varies, joined by dots, of ${has.factors}, each once at most`,
  );
}
