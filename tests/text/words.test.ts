import { describe, expect, it } from 'vitest';
import { KEYS, SPECS } from '../../src/state/settings';
import { LANGUAGES, loadWords, preferredLanguage } from '../../src/text';
import { settingWords } from '../../src/text/settings';
import { readSources } from '../support/sources';
import { unusedWords } from '../support/words';

type Entry = string | ((...args: string[]) => string);

/** Every entry under its path, like `transport.play`. */
function entriesOf(words: object, path = ''): [string, Entry][] {
  return Object.entries(words).flatMap(([key, value]: [string, Entry | object]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' ? entriesOf(value, here) : [[here, value] as [string, Entry]];
  });
}

/** The words of every language, under its code. */
const ALL = await Promise.all(LANGUAGES.map(async ({ code }) => [code, await loadWords(code)] as const));

const en = new Map(entriesOf(await loadWords('en')));
const zh = new Map(entriesOf(await loadWords('zh')));

/** A different mark for every argument, that no text has by itself. */
const MARKS = ['⟪one⟫', '⟪two⟫', '⟪three⟫', '⟪four⟫', '⟪five⟫'];
const said = (entry: Entry): string => (typeof entry === 'string' ? entry : entry(...MARKS));

/** Names and formulas: the same in every language. */
const NOT_PROSE = new Set([
  'code',
  'stop',
  'space',
  'engine.names.webgl',
  'engine.names.simd',
  'choices.engine.webgl',
  'choices.engine.simd',
]);

describe('the languages', () => {
  it('have the same entries at every depth, of the same kind', () => {
    expect([...zh.keys()].toSorted()).toEqual([...en.keys()].toSorted());
    for (const [path, entry] of en) expect(typeof zh.get(path), path).toBe(typeof entry);
  });

  it('leave nothing empty or unfinished', () => {
    for (const [path, entry] of [...en, ...zh]) {
      // Chinese has nothing between two sentences.
      if (path !== 'space') expect(said(entry).trim(), path).not.toBe('');
      expect(said(entry), path).not.toMatch(/undefined|\[object|TODO|NaN/);
    }
  });

  it('have no words that nothing says', () => {
    // Whatever speaks, and whatever names that words are looked up by come from.
    const files = readSources().filter(({ path }) =>
      /^((state|panels|figures|article|embed)\/|model\/engine|math\/family)/.test(path),
    );
    expect(unusedWords([...en.keys()], files)).toEqual([]);
  });

  it('are named by their tags', () => {
    for (const { code, tag } of LANGUAGES) {
      expect(tag.startsWith(code)).toBe(true);
      expect(Intl.getCanonicalLocales(tag)).toHaveLength(1);
    }
  });
});

describe('Chinese', () => {
  it('is Chinese wherever it is prose', () => {
    const foreign = [...zh].filter(([, entry]) => !/\p{Script=Han}/u.test(said(entry))).map(([path]) => path);
    expect(new Set(foreign.filter((path) => !NOT_PROSE.has(path)))).toEqual(new Set());
  });

  it('is the same as English in names and formulas alone', () => {
    const same = [...zh].filter(([path, entry]) => said(entry) === said(en.get(path)!)).map(([path]) => path);
    expect(same.filter((path) => !NOT_PROSE.has(path))).toEqual([]);
  });
});

describe('English', () => {
  it('has no Chinese but the name of the other language', () => {
    for (const [path, entry] of en) expect(said(entry), path).not.toMatch(/\p{Script=Han}/u);
  });
});

describe.each(ALL)('sentences with gaps in %s', (_, words) => {
  const functions = entriesOf(words).filter(([, entry]) => typeof entry === 'function');

  it.each(functions)('%s has every argument in its place', (path, entry) => {
    const wanted = MARKS.slice(0, (entry as (...args: string[]) => string).length);
    for (const mark of wanted) expect(said(entry), path).toContain(mark);
    for (const mark of MARKS.slice(wanted.length)) expect(said(entry), path).not.toContain(mark);
  });

  it('says the limits of the hidden layers where they are not kept', () => {
    const spec = SPECS.hidden;
    if (spec.kind !== 'widths') throw new Error('hidden has another kind');
    expect(settingWords[words.code].badWidths(`whole numbers up to ${spec.maxWidth}`)).toContain(String(spec.maxWidth));
  });
});

describe.each(ALL)('settings in %s', (code, words) => {
  const folded = settingWords[code];
  const names: Readonly<Record<string, string>> = { ...words.settings, ...folded.names };
  const choicesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = { ...words.choices, ...folded.choices };
  const groups: Readonly<Record<string, string>> = folded.groups;

  /** Sliders of their own are labelled elsewhere. */
  const labelled = KEYS.filter((key) => key !== 'beta' && key !== 'noiseScale');

  it('all have a label, and their groups a title', () => {
    for (const key of labelled) {
      expect(names[key], key).toBeTypeOf('string');
      expect(groups[SPECS[key].group], key).toBeTypeOf('string');
    }
    expect([...Object.keys(words.settings), ...Object.keys(folded.names)].toSorted()).toEqual(labelled.toSorted());
  });

  const choicesIn = (spec: (typeof SPECS)[(typeof KEYS)[number]]): readonly string[] => {
    if (spec.kind === 'flag') return ['false', 'true'];
    return spec.kind === 'choice' ? spec.choices.map(String) : [];
  };

  it('have words for every choice that is not a number', () => {
    for (const key of labelled) {
      const spec = SPECS[key];
      const named = Object.keys(choicesOf[key] ?? {});
      const choices = choicesIn(spec);
      expect(
        named.filter((choice) => !choices.includes(choice)),
        `words for no choice of ${key}`,
      ).toEqual([]);
      for (const choice of choices) {
        if (Number.isNaN(Number(choice))) expect(named, key).toContain(choice);
      }
    }
  });
});

describe('the search for words that nothing says', () => {
  it.each([
    ['words.loss.steps;', []],
    ['const { loss } = words; loss.steps;', []],
    ['const { loss: says } = words; says.steps;', []],
    ['const { steps } = words.loss;', []],
    ['const f = ({ loss: { steps } }) => steps;', []],
    ["const keys = ['steps']; loss[keys[0]];", []],
    ['(other ? words.plane : words.loss)[key]({ steps: 1 });', []],
    ['words.loss.title;', ['loss.steps']],
    ['other.steps;', ['loss.steps']],
    ['const steps = 1; loss[key];', ['loss.steps']],
    ["const keys = ['steps']; plane[keys[0]];", ['loss.steps']],
  ])('in %j finds %j', (text, found) => {
    expect(unusedWords(['loss.steps'], [{ path: 'panels/a.ts', text }])).toEqual(found);
  });
});

describe('preferredLanguage', () => {
  it.each([
    [['zh-CN', 'en'], 'zh'],
    [['zh'], 'zh'],
    [['ZH-Hant-TW'], 'zh'],
    [['en-GB', 'zh'], 'en'],
    [['fr-FR', 'de', 'zh-Hans', 'en'], 'zh'],
    [['fr', 'de'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (tags, language) => {
    expect(preferredLanguage(tags)).toBe(language);
  });
});
