/** The script that every document runs before its program, without a browser. */
import { describe, expect, it } from 'vitest';
import { BOOT_SCRIPT, BOOT_TARGET, bundle } from '../site/standalone';
import { boot as words } from '../src/text/boot';

const { code } = await bundle(BOOT_SCRIPT, BOOT_TARGET, []);

class FakeScript {}

/** A document without its program, in which the script has run. */
function booted({ languages = ['en'], hash = '', lang = 'en' }) {
  const part = (tag: string, cause: string | null) => ({ lang: tag, hidden: true, dataset: { cause } });
  const sentences = words.flatMap(({ tag }) => [part(tag, 'missing'), part(tag, 'defect')]);
  const buttons = words.map(({ tag }) => part(tag, null));
  const links = [{ href: 'https://example.org/#old' }];
  const source = { media: '(prefers-color-scheme: dark)' };
  const place = {
    querySelectorAll: (selector: string) =>
      ({ button: buttons, '[data-cause]': sentences, '.boot-link a': links })[selector],
    setAttribute: () => undefined,
  };
  const parsed: Record<string, unknown> = {};
  const root = { lang, dataset: {} as Record<string, string> };
  const sheet = { media: 'print' };
  type Listener = (event: { target: unknown }) => void;
  const listeners = new Map<string, Listener>();
  let parse = (): void => undefined;
  const observers = { observing: 0 };
  const window = { origin: 'https://example.org' };
  const surroundings = {
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
    document: {
      documentElement: root,
      querySelector: (selector: string) => parsed[selector] ?? null,
      querySelectorAll: (selector: string) => (selector === 'link[data-late]' ? [sheet] : []),
    },
    navigator: { languages },
    location: { hash, protocol: 'https:' },
    window,
    HTMLScriptElement: FakeScript,
    MutationObserver: class {
      constructor(mutated: () => void) {
        parse = mutated;
      }
      observe(): void {
        observers.observing += 1;
      }
      disconnect(): void {
        observers.observing -= 1;
      }
    },
  };
  new Function(...Object.keys(surroundings), code)(...Object.values(surroundings));
  return {
    root,
    observers,
    sheet,
    load: () => listeners.get('load')!({ target: window }),
    /** The parser comes to the body, a part at a time. */
    body(): string {
      parse();
      Object.assign(parsed, { '#root .boot': place, '.boot source': source });
      parse();
      return source.media;
    },
    /** The tags and causes of what is said, and the link, once something has failed. */
    fail(target: unknown = new FakeScript()) {
      listeners.get('error')!({ target: target === 'window' ? window : target });
      const seen = [...sentences, ...buttons].filter(({ hidden }) => !hidden);
      return { seen: seen.map(({ lang: tag, dataset }) => [tag, dataset.cause]), link: links[0]!.href };
    },
  };
}

/** The languages of the sentences and buttons that are shown when a script did not come. */
function languagesShown(languages: readonly string[], hash: string, lang = 'en'): string[] {
  const document = booted({ languages: [...languages], hash, lang });
  document.body();
  const { seen, link } = document.fail();
  expect(link).toBe(`https://example.org/${hash}`);
  expect(seen.map(([, cause]) => cause)).toEqual(['missing', null]);
  return seen.map(([tag]) => tag!);
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
    expect(languagesShown(languages, hash)).toEqual([tag, tag]);
  });

  it.each([
    ['', 'zh-Hans'],
    ['#lang=en', 'en'],
  ])('in the Chinese document at %j is in %s, whatever its reader speaks', (hash, tag) => {
    expect(languagesShown(['en'], hash, 'zh-Hans')).toEqual([tag, tag]);
  });

  it('tells a script that stopped from one that did not come, and is silent on pictures and beside the page', () => {
    const document = booted({});
    expect(document.fail().seen).toEqual([]);
    document.body();
    expect(document.fail({ tagName: 'IMG' }).seen).toEqual([]);
    expect(document.fail('window').seen).toEqual([
      ['en', 'defect'],
      ['en', null],
    ]);
  });
});

it('turns the styles of the text on once the document is there', () => {
  const document = booted({});
  document.body();
  expect(document.sheet.media).toBe('print');
  document.load();
  expect(document.sheet.media).toBe('all');
});

describe('colours and picture of the document', () => {
  it.each([
    ['#v=1&theme=dark', 'dark', 'all'],
    ['#theme=light&b=1', 'light', 'not all'],
  ])('at %j are %s as soon as they are there', (hash, theme, media) => {
    const document = booted({ hash });
    expect(document.root.dataset.theme).toBe(theme);
    expect(document.body()).toBe(media);
    expect(document.observers.observing).toBe(0);
  });

  it.each(['', '#theme=auto', '#theme=darker', '#v=1&second.theme=dark'])('at %j are those of the system', (hash) => {
    const document = booted({ hash });
    expect(document.root.dataset).toEqual({});
    expect(document.body()).toBe('(prefers-color-scheme: dark)');
    expect(document.observers.observing).toBe(0);
  });
});
