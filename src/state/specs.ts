/** What a table of settings says of each: its kind, default, range and key in the address. */

/** Where a setting is shown. Those of the `page` belong to no figure: they say how, not what. */
export type Group = 'data' | 'model' | 'objective' | 'training' | 'page';

interface Common {
  /** The key in the address. */
  readonly short: string;
  /** Where it is shown among others of its kind. */
  readonly group: Group;
  /** Whether a change begins a new run; everything else is live. */
  readonly restart: boolean;
}

export interface NumberSpec extends Common {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly integer?: true;
  /** How a slider is spread over the range: `zero-log` has a stop at 0, then is logarithmic from `from`. */
  readonly scale: 'linear' | 'log' | 'zero-log';
  readonly from?: number;
}

interface ChoiceSpec<T extends string | number> extends Common {
  readonly kind: 'choice';
  readonly default: T;
  readonly choices: readonly T[];
}

interface FlagSpec extends Common {
  readonly kind: 'flag';
  readonly default: boolean;
}

interface WordSpec extends Common {
  readonly kind: 'word';
  readonly default: string;
  /** Characters at most, of letters, digits, `.`, `_` and `-`. */
  readonly most: number;
}

interface WidthsSpec extends Common {
  readonly kind: 'widths';
  readonly default: readonly number[];
  readonly maxLayers: number;
  readonly maxWidth: number;
}

export type Spec = NumberSpec | ChoiceSpec<string> | ChoiceSpec<number> | FlagSpec | WordSpec | WidthsSpec;

/** What a value in an address must be: in the range of a setting, or of a form that only addresses have. */
export type Expected =
  | Spec
  | Pick<ChoiceSpec<string>, 'kind' | 'choices'>
  | Pick<FlagSpec, 'kind'>
  | Pick<NumberSpec, 'kind' | 'min' | 'max' | 'integer'>
  | { readonly kind: 'variant' | 'window' | 'pins' | 'terms' | 'image' | 'region' | 'prior' | 'origin' | 'painted' };

/** The kind of entry that a type of setting needs; in brackets, so that a union of choices stays one type. */
export type SpecOf<T> = [T] extends [boolean]
  ? FlagSpec
  : [T] extends [readonly number[]]
    ? WidthsSpec
    : [T] extends [string]
      ? string extends T
        ? WordSpec
        : ChoiceSpec<T>
      : NumberSpec | ChoiceSpec<number>;

/** The names of a table's settings. */
export type KeyOf<T> = Extract<keyof T, string>;

/** The setting that goes by a name: its key, in capitals or not since HTML knows none, or its short key. */
export function keyNamed<K extends string>(
  name: string,
  keys: readonly K[],
  specs: Readonly<Record<K, Spec>>,
): K | undefined {
  const plain = name.toLowerCase();
  return keys.find((key) => key.toLowerCase() === plain || specs[key].short === plain);
}

/** The default of every setting of a table. */
export const defaultsOf = <T extends object>(specs: { readonly [K in keyof T]: Spec }): T =>
  Object.fromEntries((Object.keys(specs) as KeyOf<T>[]).map((key) => [key, specs[key].default])) as unknown as T;
