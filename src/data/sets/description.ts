/** What accompanies a sprite as JSON. */
import { DataError, type Dataset, type Factor } from '../dataset';
import { reason } from '../reason';

/** How a sprite is cut into images, what is known of each, and whose work they are. */
export interface SpriteDescription {
  readonly name: string;
  /** Number of images, laid out row by row from the top left. */
  readonly n: number;
  /** Pixels of one tile. */
  readonly width: number;
  readonly height: number;
  /** Number of grey levels, at most 256: level l of 0 … levels−1 is stored as round(255·l/(levels−1)). */
  readonly levels: number;
  /** n digits, the class of each image. */
  readonly labels: string;
  /** What the classes are called, by their digits; left out where they are numbers themselves. */
  readonly classNames?: readonly string[];
  /** What each image is called. */
  readonly titles?: readonly string[];
  /** What varies beside the class; null where it is not known of an image. */
  readonly factors?: readonly SpriteFactor[];
  readonly source: string;
  readonly licence: string;
  readonly citation: string;
}

/** A factor as JSON has it: n values, null for those that are not known. */
export interface SpriteFactor {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly levels: readonly string[] | null;
}

/** Largest side of a sprite in pixels. */
export const MAX_SPRITE_SIDE = 16384;

/** Sprites are the site's own: what is wrong with one is for those who keep the site. */
export function damaged(file: string, what: string): DataError {
  return new DataError({ code: 'shipped', values: { file } }, `${file}: ${what}`);
}

/** All of a data set but its images, as a description states it. */
export function knownOf({
  name,
  n,
  labels,
  classNames,
  titles,
  factors,
}: SpriteDescription): Omit<Dataset, 'images' | 'width' | 'height'> {
  return {
    name,
    n,
    labels: Uint8Array.from(labels, Number),
    ...(classNames !== undefined && { classNames }),
    ...(titles !== undefined && { titles }),
    ...(factors !== undefined && { factors: factors.map(valuesOf) }),
  };
}

const valuesOf = ({ name, values, levels }: SpriteFactor): Factor => ({
  name,
  values: Float32Array.from(values, (value) => value ?? Number.NaN),
  levels,
});

/** @throws DataError naming the field that is missing or wrong */
export function readDescription(file: string, json: Uint8Array): SpriteDescription {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(json));
  } catch (error) {
    throw damaged(file, `is not JSON (${reason(error)})`);
  }
  if (typeof parsed !== 'object' || parsed === null) {
    throw damaged(file, `is ${JSON.stringify(parsed)}, expected an object describing a sprite`);
  }
  const fields = parsed as Record<string, unknown>;
  const complain = (key: string, expected: string): never => {
    throw damaged(file, `${key} is ${JSON.stringify(fields[key])}, expected ${expected}`);
  };
  const text = (key: string): string => (isText(fields[key]) ? fields[key] : complain(key, 'a text'));
  const integer = (key: string, from: number, to: number): number => {
    const value = fields[key];
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
    return fits ? value : complain(key, `a whole number from ${from} to ${to}`);
  };
  const about: SpriteDescription = {
    name: text('name'),
    n: integer('n', 1, MAX_SPRITE_SIDE ** 2),
    width: integer('width', 1, MAX_SPRITE_SIDE),
    height: integer('height', 1, MAX_SPRITE_SIDE),
    levels: integer('levels', 2, 256),
    labels: text('labels'),
    source: text('source'),
    licence: text('licence'),
    citation: text('citation'),
  };
  if (!/^[0-9]+$/.test(about.labels)) throw damaged(file, `labels hold something else than digits 0 to 9`);
  if (about.labels.length !== about.n) {
    throw damaged(file, `has ${about.labels.length} labels, expected ${about.n}, one for each image`);
  }
  return { ...about, ...readNames(file, fields, about), ...readFactors(file, fields, about.n) };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const areTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

/** Names of classes and images, where there are any. */
function readNames(file: string, { classNames, titles }: Record<string, unknown>, { n, labels }: SpriteDescription) {
  if (classNames !== undefined) {
    const classes = 1 + Math.max(...new Set(Array.from(labels, Number)));
    if (!areTexts(classNames) || classNames.length < classes) {
      throw damaged(file, `classNames is ${JSON.stringify(classNames)}, expected ${classes} texts`);
    }
  }
  if (titles !== undefined && (!areTexts(titles) || titles.length !== n)) {
    throw damaged(file, `titles are not ${n} texts, one for each image`);
  }
  return { ...(classNames !== undefined && { classNames }), ...(titles !== undefined && { titles }) };
}

/** Factors, where there are any. */
function readFactors(
  file: string,
  { factors }: Record<string, unknown>,
  n: number,
): Pick<SpriteDescription, 'factors'> {
  if (factors === undefined) return {};
  if (!Array.isArray(factors)) throw damaged(file, `factors is ${JSON.stringify(factors)}, expected a list`);
  for (const [i, factor] of factors.entries())
    if (!isFactor(factor, n)) {
      throw damaged(
        file,
        `factor ${i} lacks a name, levels, or ${n} values that are numbers, places in the levels, or null`,
      );
    }
  return { factors };
}

function isFactor(factor: unknown, n: number): factor is SpriteFactor {
  if (typeof factor !== 'object' || factor === null) return false;
  const { name, values, levels } = factor as Record<string, unknown>;
  if (!isText(name) || !(levels === null || areTexts(levels)) || !Array.isArray(values) || values.length !== n)
    return false;
  const sound = (value: unknown): boolean =>
    value === null ||
    (levels === null ? Number.isFinite(value) : Number.isInteger(value) && (value as number) in levels);
  return values.every(sound);
}
