import { describe, expect, it } from 'vitest';
import { SHAPES } from '../../../src/data/sets/outlines';
import { factorsNamed, SHAPE_FACTORS } from '../../../src/data/sets/shapes';
import { VARIED, variantOf, variedIn } from '../../../src/panels/images/variants';
import { SPECS } from '../../../src/state/settings';
import { factorWords } from '../../../src/text/factors';
import { imageWords } from '../../../src/text/images';

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
});
