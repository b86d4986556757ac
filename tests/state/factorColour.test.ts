import { expect, it } from 'vitest';
import { checkSetting } from '../../src/state/checkSetting';
import { colouredBy, colourNames } from '../../src/state/factorColour';

const factors = ['size', 'colour of the hat', '年', 'x'].map((name) => ({
  name,
  values: new Float32Array(3),
  levels: null,
}));

it('a factor colours the plane by its name, or by its place where an address has no word for it', () => {
  const names = colourNames(factors);
  expect(names).toEqual(['size', '2', '3', 'x']);
  for (const [k, name] of names.entries()) {
    expect(() => checkSetting('colour', name)).not.toThrow();
    expect(colouredBy({ factors }, name)).toBe(factors[k]);
  }
});

it('no factor does where the data set has none of that name', () => {
  expect(colouredBy({ factors }, 'weight')).toBeNull();
  expect(colouredBy({ factors }, '')).toBeNull();
  expect(colouredBy({}, 'size')).toBeNull();
});
