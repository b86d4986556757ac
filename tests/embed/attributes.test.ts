import { describe, expect, it } from 'vitest';
import { listOf, OF_DATA, SETTINGS, settingText } from '../../src/embed/host/attributes';
import { OF_FILES } from '../../src/state/imageSettings';
import { KEYS } from '../../src/state/settings';

describe('attributes', () => {
  it('are there for every setting, in the form that HTML has', () => {
    expect(new Set(SETTINGS.values())).toEqual(
      new Set([
        ...KEYS,
        'autoplay',
        'lang',
        'theme',
        'window',
        'pins',
        'arithmetic',
        'layers',
        'image',
        'region',
        'prior',
      ]),
    );
    for (const name of SETTINGS.keys()) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(SETTINGS.get('learning-rate')).toBe('learningRate');
    expect(SETTINGS.get('sigma')).toBe('noiseScale');
  });

  it('are known that other data bring back to what is usual', () => {
    expect(new Set(OF_DATA.map((name) => SETTINGS.get(name)))).toEqual(new Set(['variant', ...OF_FILES]));
  });

  it('leave `hidden` to HTML', () => {
    expect(SETTINGS.has('hidden')).toBe(false);
    expect(SETTINGS.get('hidden-layers')).toBe('hidden');
  });

  it.each([
    ['lang', 'zh', 'zh'],
    ['lang', 'zh-Hans-CN', 'zh'],
    ['lang', 'EN-gb', 'en'],
    ['lang', 'fr', null],
    ['lang', 'zha', null],
    ['autoplay', '', '1'],
    ['autoplay', 'autoplay', '1'],
    ['autoplay', 'false', '0'],
    ['autoplay', '0', '0'],
    ['beta', '4', '4'],
    ['beta', '', ''],
    ['beta', null, null],
  ])('say %s=%j as %j', (name, text, said) => {
    expect(settingText(name, text)).toBe(said);
  });

  it.each([
    ['beta, engine share', ['beta', 'engine', 'share']],
    ['  plane\n', ['plane']],
    ['', []],
    [null, []],
  ])('that are lists have their words: %j', (text, words) => {
    expect(listOf(text)).toEqual(words);
  });
});
