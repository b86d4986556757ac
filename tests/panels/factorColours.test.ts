import { expect, it } from 'vitest';
import { MOST_CLASSES } from '../../src/draw/ellipses/layout';
import { themeOf } from '../../src/draw/theme';
import { factorColours, factorKey, unknownColour } from '../../src/panels/factorColours';
import type { Dataset } from '../../src/worker/libraryProtocol';

const theme = themeOf(false);

function coloured(values: number[], levels: readonly string[] | null, part: Partial<Dataset> = {}) {
  const n = values.length;
  const factors = [{ name: 'f', values: Float32Array.from(values), levels }];
  const dataset = { name: 'd', n, width: 1, height: 1, images: new Float32Array(n), labels: null, factors, ...part };
  return factorColours(dataset, { colour: 'f', theme, language: 'en' });
}

it('numbers have the steps of a scale, from the least to the largest', () => {
  const { labels, names, theme: own } = coloured([2, 4, 3, 2.9], null);
  expect([...labels!]).toEqual([0, 15, 8, 7]);
  expect(own.classes).toHaveLength(16);
  expect(new Set(own.classes.map(String)).size).toBe(16);
  expect(names, 'a step has no name').toEqual([]);
});

it('equal numbers have one colour', () => {
  expect([...coloured([3, 3], null).labels!]).toEqual([0, 0]);
});

it('kinds have the colours of classes, and their names', () => {
  const { labels, names, theme: own } = coloured([1, 0, 2], ['serif', 'sans-serif', 'third']);
  expect([...labels!]).toEqual([1, 0, 2]);
  expect(names).toEqual(['serif', 'sans serif', 'third']);
  expect(own.classes).toEqual(theme.classes.slice(0, 3));
});

it('images of which it is not known have a colour of their own, of no hue', () => {
  for (const levels of [null, ['a', 'b']]) {
    const { labels, names, theme: own } = coloured([0, Number.NaN, 1], levels);
    const place = labels![1]!;
    expect(own.classes[place]).toEqual(unknownColour(theme));
    expect([labels![0], labels![2]]).not.toContain(place);
    expect(names![place]).toBeUndefined();
  }
});

it('there are no more colours than the painters have planes for, whatever there is to colour', () => {
  const many = Array.from({ length: 62 }, (_, i) => String(i));
  const { labels, theme: own } = coloured([...many.keys(), Number.NaN], many);
  expect(own.classes.length).toBeLessThanOrEqual(MOST_CLASSES);
  expect(Math.max(...labels!)).toBeLessThan(own.classes.length);
  // Wrapped around as classes are.
  expect(own.classes[labels![35]!]).toEqual(theme.classes[5]);
});

it('classes have theirs where there is no such factor', () => {
  const labels = Uint8Array.of(1, 0);
  const { names, ...rest } = coloured([1, 2], null, { labels, classNames: ['heart', 'own'], factors: [] });
  expect(rest).toEqual({ labels, theme });
  expect(names).toEqual(['heart', 'own']);
});

it('the key says what they stand for: a scale, kinds or classes, and what is not known', () => {
  const factor = (values: number[], levels: readonly string[] | null) => ({
    name: 'f',
    values: Float32Array.from(values),
    levels,
  });
  const keyed = (part: Partial<Dataset>, colour = 'f') => {
    const dataset = { name: 'd', n: 2, width: 1, height: 1, images: new Float32Array(2), labels: null, ...part };
    return factorKey(dataset, { colour, theme, language: 'en' });
  };
  const numbers = factor([3, Number.NaN], null);
  const ofNumbers = keyed({ factors: [numbers] });
  expect(ofNumbers).toMatchObject({ factor: numbers, names: [], unknown: unknownColour(theme) });
  expect(ofNumbers.scale).toMatchObject({ least: 3, most: 3 });
  expect(keyed({ factors: [factor([0, 1], ['serif', 'own'])] })).toMatchObject({
    scale: null,
    names: ['serif', 'own'],
    colours: theme.classes.slice(0, 2),
    unknown: null,
  });
  const ofClasses = keyed({ factors: [numbers], classNames: ['heart', 'own'] }, '');
  expect(ofClasses).toEqual({
    factor: null,
    scale: null,
    names: ['heart', 'own'],
    colours: theme.classes,
    unknown: null,
  });
  expect(keyed({}, '').names, 'digits are their own names').toBeNull();
});
