import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/data/dataset';
import type { DataProblem } from '../../../src/data/problem';
import { CHARACTERS as SHIPPED } from '../../../src/data/sets/faces';
import { SHAPES } from '../../../src/data/sets/outlines';
import type { SetName } from '../../../src/data/sets/sets';
import { factorsNamed, SHAPE_FACTORS } from '../../../src/data/sets/shapes';
import { loadSource } from '../../../src/data/sources';
import { CHARACTERS, USUAL_CHARACTER, USUAL_HAND, variantOf, variedIn } from '../../../src/panels/images/variants';
import { SPECS } from '../../../src/state/settings';
import { CHARACTER_GROUPS, isHand, VARIED } from '../../../src/state/variants';
import { factorWords } from '../../../src/text/factors';
import { imageWords } from '../../../src/text/images';
import { publicFiles } from '../../support/publicFiles';

describe('what varies of shapes', () => {
  it('is offered as the set has it, and what varies where nothing is said', () => {
    expect(VARIED).toEqual(SHAPE_FACTORS);
    expect(variedIn('')).toEqual(factorsNamed(''));
  });

  it('is named as the set reads it', () => {
    for (const factors of [['x'], ['y', 'shape'], [...VARIED], ['shape', 'size', 'x', 'y']]) {
      const variant = variantOf(factors);
      expect(factorsNamed(variant)).toEqual(VARIED.filter((factor) => factors.includes(factor)));
      expect(variedIn(variant)).toEqual(factorsNamed(variant));
    }
    expect(variantOf(['y', 'x', 'size', 'shape'])).toBe('');
  });
});

describe('the characters of the typefaces', () => {
  it('are all offered, once', () => {
    expect([...CHARACTERS].toSorted()).toEqual([...SHIPPED].toSorted());
  });

  it('are offered in the groups that the set has, each with a name, and none that it has not', async () => {
    const groups = CHARACTER_GROUPS as readonly string[];
    const refused = await expectedOf('faces', 'none of them');
    expect(refused).toMatchObject({ code: 'variant-character' });
    if (refused?.code === 'variant-character')
      expect(groups.toSorted()).toEqual(refused.values.groups.split(', ').toSorted());
    const loaded = (variant: string) => loadSource({ kind: 'set', set: 'faces', variant, count: 100 }, publicFiles);
    for (const group of groups) expect((await loaded(group)).classNames!.length, group).toBeGreaterThan(1);
    expect(await loaded('')).toEqual(await loaded(USUAL_CHARACTER));
  });
});

describe('the hand that draws strokes', () => {
  const hand = (variant: string) => loadSource({ kind: 'set', set: 'strokes', variant, count: 4 }, publicFiles);

  it('is taken for one where the set takes it for one', async () => {
    for (const text of ['0', '7', '007', '999999', '1000000', '-1', '1.5', '1e3', ' 1', 'fine']) {
      const isRead = await hand(text).then(
        () => true,
        () => false,
      );
      expect(isHand(text), JSON.stringify(text)).toBe(isRead);
    }
    expect(isHand(''), 'what is typed is a number; the setting alone can be empty').toBe(false);
  });

  it('is the usual one where nothing is said', async () => {
    expect(await hand('')).toEqual(await hand(USUAL_HAND));
  });

  it('is said to go as far as the set has it', async () => {
    const refused = await expectedOf('strokes', 'fine');
    expect(refused).toMatchObject({ code: 'variant-hand' });
    if (refused?.code !== 'variant-hand') return;
    const { largest } = refused.values;
    expect([isHand(String(largest)), isHand(String(largest + 1))]).toEqual([true, false]);
    for (const words of Object.values(imageWords)) expect(words.badHand).toContain(String(largest));
  });
});

/** What a set says of a variant that it has not. */
async function expectedOf(set: SetName, variant: string): Promise<DataProblem | undefined> {
  const error: unknown = await loadSource({ kind: 'set', set, variant }, publicFiles).catch((reason) => reason);
  return error instanceof DataError ? error.problem : undefined;
}

describe.each(['en', 'zh'] as const)('the words in %s', (language) => {
  it('say what the images of every set are', () => {
    const { data } = SPECS;
    if (data.kind !== 'choice') throw new Error('data is no choice');
    for (const set of data.choices) expect(imageWords[language].sets[String(set)], String(set)).toBeTypeOf('string');
  });

  it('name all factors and kinds of shapes', () => {
    const { names, kinds } = factorWords[language];
    for (const factor of SHAPE_FACTORS) expect(names[factor], factor).toBeTypeOf('string');
    for (const shape of SHAPES) expect(kinds[shape], shape).toBeTypeOf('string');
  });

  it('name all factors and kinds of typefaces', () => {
    const { names, kinds } = factorWords[language];
    const shipped = readFileSync(new URL('../../../public/data/faces/faces.json', import.meta.url), 'utf8');
    const about = JSON.parse(shipped) as { factors: { name: string; levels: string[] | null }[]; classNames: string[] };
    for (const { name } of about.factors) expect(names[name], name).toBeTypeOf('string');
    const said = [...about.classNames, ...about.factors.flatMap(({ levels }) => levels ?? [])];
    for (const kind of said) expect(kinds[kind], kind).toBeTypeOf('string');
  });
});
