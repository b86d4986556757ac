/** The script that says why the page's program did not come, without a browser. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boot as words } from '../../src/text/boot';

const code = readFileSync(new URL('../../public/boot.js', import.meta.url), 'utf8');

/** The languages of the sentences and buttons that are shown when a script did not come. */
function shown(languages: readonly string[], hash: string, lang = 'en'): string[] {
  const part = (lang: string, cause: string | null) => ({ lang, hidden: true, getAttribute: () => cause });
  const sentences = words.flatMap(({ tag }) => [part(tag, 'missing'), part(tag, 'defect')]);
  const buttons = words.map(({ tag }) => part(tag, null));
  const links = [{ href: 'https://example.org/#old' }];
  const place = {
    querySelectorAll: (selector: string) =>
      ({ button: buttons, '[data-cause]': sentences, '.boot-link a': links })[selector],
    setAttribute: () => undefined,
  };
  let fail: (event: { target: { tagName: string } }) => void = () => undefined;
  const surroundings = {
    addEventListener: (_: string, listener: typeof fail) => {
      fail = listener;
    },
    document: { documentElement: { lang }, getElementById: () => ({ querySelector: () => place }) },
    navigator: { languages },
    location: { hash, protocol: 'https:' },
    window: { origin: 'https://example.org' },
  };
  new Function(...Object.keys(surroundings), code)(...Object.values(surroundings));
  fail({ target: { tagName: 'SCRIPT' } });
  expect(links).toEqual([{ href: `https://example.org/${hash}` }]);
  const seen = [...sentences, ...buttons].filter(({ hidden }) => !hidden);
  expect(seen.map((each) => each.getAttribute())).toEqual(['missing', null]);
  return seen.map(({ lang }) => lang);
}

describe('the sentence in the document', () => {
  it.each([
    [['en-GB', 'zh'], '', 'en'],
    [['zh-CN', 'en'], '', 'zh-Hans'],
    [['fr', 'zh'], '', 'zh-Hans'],
    [['fr', 'ZH-Hant-TW', 'en'], '', 'zh-Hans'],
    [['fr', 'de'], '', 'en'],
    [[], '', 'en'],
    [['en'], '#v=1&lang=zh', 'zh-Hans'],
    [['zh'], '#lang=en', 'en'],
    [['zh'], '#lang=auto', 'zh-Hans'],
    [['en'], '#v=1&second.lang=zh', 'en'],
  ])('for a reader of %j at %j is in %s', (languages, hash, tag) => {
    expect(shown(languages, hash)).toEqual([tag, tag]);
  });

  it.each([
    ['', 'zh-Hans'],
    ['#lang=en', 'en'],
  ])('in the Chinese document at %j is in %s, whatever its reader speaks', (hash, tag) => {
    expect(shown(['en'], hash, 'zh-Hans')).toEqual([tag, tag]);
  });
});
