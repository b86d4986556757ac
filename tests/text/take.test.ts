import { describe, expect, it } from 'vitest';
import { type TakeWords, takeWords } from '../../src/text/take';

type Entry = string | ((...args: string[]) => string);

const FAULT = { code: 'shape', tensor: 'mu.weight', detail: '[3, 2]' };
const { fault: faultEn, ...en } = takeWords.en;
const { fault: faultZh, ...zh } = takeWords.zh;

/** Every entry under its path. */
function entriesOf(words: object, path = ''): [string, Entry][] {
  return Object.entries(words).flatMap(([key, value]: [string, Entry | object]) =>
    typeof value === 'object' ? entriesOf(value, `${path}${key}.`) : [[path + key, value] as [string, Entry]],
  );
}

const said = (entry: Entry): string => (typeof entry === 'string' ? entry : entry('⟪one⟫', '⟪two⟫', '⟪three⟫'));

/** Signs between words and sentences. */
const SIGNS = ['as', 'comma', 'space', 'turned'];

describe('the words of what can be taken along', () => {
  it('are the same entries in both languages, with the same gaps', () => {
    const english = new Map(entriesOf(en satisfies Omit<TakeWords, 'fault'>));
    for (const [path, entry] of entriesOf(zh)) {
      const gaps = (text: string): string[] => [...text.matchAll(/⟪\w+⟫/g)].map(([gap]) => gap).toSorted();
      expect(gaps(said(entry)), path).toEqual(gaps(said(english.get(path)!)));
    }
    expect(entriesOf(zh).map(([path]) => path)).toEqual([...english.keys()]);
  });

  it('are Chinese in Chinese, and not in English', () => {
    for (const [path, entry] of entriesOf(zh)) {
      if (!SIGNS.includes(path)) expect(said(entry), path).toMatch(/\p{Script=Han}/u);
    }
    for (const [path, entry] of entriesOf(en)) expect(said(entry), path).not.toMatch(/\p{Script=Han}/u);
  });

  it('say what is wrong with a file, by tensor, and else what the error says', () => {
    expect(faultEn(FAULT, 'mu.weight is [3, 2]')).toBe('mu.weight is [3, 2]');
    expect(faultZh(FAULT, '')).toMatch(/mu\.weight.*形状.*\[3, 2\]/);
    expect(faultZh({ ...FAULT, code: 'new' }, 'The message')).toBe('The message');
  });
});
