/** Sources are named so that a reader of the page can read the name. */
import { describe, expect, it } from 'vitest';
import { inLanguage, SOURCES, type SourceEntry, type SourceName } from '../../src/article/sources';

const HAN = /\p{Script=Han}/u;

describe.each(Object.entries(SOURCES) as [SourceName, SourceEntry][])('%s', (_, source) => {
  it('has a name without Chinese characters in English, and a translation of a Chinese title', () => {
    expect(inLanguage(source.short, 'en')).not.toMatch(HAN);
    expect(source.translated !== undefined).toBe(HAN.test(source.title));
    expect(source.translated ?? '').not.toMatch(HAN);
  });
});

it('a Chinese author has his own name in Chinese', () => {
  expect(inLanguage(SOURCES.su2018.short, 'zh')).toBe('苏剑林 2018');
  expect(inLanguage(SOURCES.su2018.short, 'en')).toBe('Su 2018');
});
