import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../src/data/problem';
import { LANGUAGES } from '../../../src/text';
import { type FileValues, loadFileWords } from '../../../src/text/files';
import { PROBLEMS } from './problems';

const ALL = await Promise.all(LANGUAGES.map(async ({ code }) => [code, await loadFileWords(code)] as const));
const problems = Object.entries(PROBLEMS) as [string, FileValues][];

describe.each(ALL)('sentences about files in %s', (language, words) => {
  it('are there for every problem and no other', () => {
    expect(Object.keys(words.problems).toSorted()).toEqual(Object.keys(PROBLEMS).toSorted());
  });

  it.each(problems)('%s: has every value', (code, values) => {
    const sentence = words.problems[code]!(values);
    for (const [name, value] of Object.entries(values)) {
      const shown = name === 'format' ? words.formats[String(value)]!.name : value;
      expect(sentence, name).toContain(typeof shown === 'number' ? shown.toLocaleString('en') : shown);
    }
    expect(sentence).not.toMatch(/undefined|NaN|\[object|\s\s|\s$/);
    expect(sentence).toMatch(language === 'zh' ? /[。？]$/ : /[.?]$/);
    expect(/\p{Script=Han}/u.test(sentence)).toBe(language === 'zh');
  });

  it('have a name of its own for every format and for no other', () => {
    expect(Object.keys(words.formats).toSorted()).toEqual([...FORMATS].toSorted());
    const sentences = FORMATS.flatMap((format) =>
      ['other-format', 'other-format-in-gzip'].map((code) => words.problems[code]!({ file: 'f', format })),
    );
    expect(new Set(sentences).size).toBe(2 * FORMATS.length);
    for (const sentence of sentences) {
      expect(sentence).toContain('IDX');
      expect(sentence).toMatch(language === 'zh' ? /。$/ : /\.$/);
    }
  });

  it('leave out what is not there', () => {
    const say = (images: string, labels: string, others: string) =>
      words.problems['many-files']!({ count: 3, images, labels, others });
    const labelsAlone = say('', 'l1, l2, l3', '');
    expect(labelsAlone).toContain('l1, l2, l3');
    expect(labelsAlone.length).toBeLessThan(say('i', 'l1, l2, l3', 'o').length);
    expect(labelsAlone).not.toMatch(/[;；][^a-z]*[)）]|[(（][;；]/);
  });

  it('tell a server that refuses from one that does not answer', () => {
    const url = 'https://example.org/x';
    const silent = words.problems.fetch!({ url, status: 'network' });
    expect(silent).toContain(url);
    expect(silent).not.toBe(words.problems.fetch!({ url, status: 404 }));
    expect(words.problems.fetch!({ url, status: 503 })).toContain('503');
    const forbidden = words.problems.fetch!({ url, status: 'policy' });
    expect(forbidden).toContain(url);
    expect(forbidden).toMatch(/security policy|安全策略/);
  });
});

it('the languages say different things', () => {
  const [[, en], [, zh]] = ALL as [(typeof ALL)[0], (typeof ALL)[0]];
  for (const [code, values] of problems) expect(en.problems[code]!(values)).not.toBe(zh.problems[code]!(values));
});
