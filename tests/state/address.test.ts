import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../src/state/address';
import { checkSetting, rangeText } from '../../src/state/checkSetting';
import { defaultSettings, KEYS, type Key, type Settings, SPECS } from '../../src/state/settings';
import { anySettings, outOfRange } from '../support/settings';

const settingsOf = (hash: string): Settings => ({ ...defaultSettings(), ...readAddress(hash).settings });

/** What an address keeps of settings: five digits of what is not whole, and no files. */
function kept(settings: Settings): Settings {
  const rounded = Object.fromEntries(
    KEYS.map((key) => {
      const spec = SPECS[key];
      const value = settings[key];
      return [key, spec.kind === 'number' && !spec.integer ? Number((value as number).toPrecision(5)) : value];
    }),
  ) as unknown as Settings;
  return settings.data === 'file' ? { ...rounded, data: defaultSettings().data } : rounded;
}

describe('writing and reading', () => {
  it('keep any settings', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const hash = writeAddress(settings);
        expect(readAddress(hash).faults).toEqual([]);
        expect(settingsOf(hash)).toEqual(kept(settings));
      }),
      { seed: 61, numRuns: 500 },
    );
  });

  it('keep every digit of a seed, on which the whole run depends', () => {
    for (const seed of [123_456, 999_999, 100_001]) {
      const settings = { ...defaultSettings(), seed };
      expect(settingsOf(writeAddress(settings))).toEqual(settings);
    }
  });

  it('come to rest: what was read is written the same', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const hash = writeAddress(settings);
        expect(writeAddress(settingsOf(hash))).toBe(hash);
      }),
      { seed: 62, numRuns: 200 },
    );
  });

  it('survive the trip through an address bar', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const hash = writeAddress(settings);
        expect(new URL(hash, 'https://example.org/page').hash).toBe(hash);
      }),
      { seed: 63, numRuns: 100 },
    );
  });
});

describe('writeAddress', () => {
  it('is empty for the defaults', () => {
    expect(writeAddress(defaultSettings())).toBe('');
  });

  it('says only what differs, under short keys, after the version', () => {
    expect(writeAddress({ ...defaultSettings(), beta: 1, noiseScale: 1 })).toBe('#v=1&b=1&s=1');
    expect(writeAddress({ ...defaultSettings(), hidden: [128, 32], autoplay: false })).toBe('#v=1&h=128-32&play=0');
    expect(writeAddress({ ...defaultSettings(), hidden: [] })).toBe('#v=1&h=');
  });

  it('does not name files of the reader', () => {
    expect(writeAddress({ ...defaultSettings(), data: 'file' })).toBe('');
  });
});

describe('readAddress', () => {
  it('finds nothing amiss with the place of a figure, or with nothing', () => {
    for (const hash of ['', '#', '#lab', '#the-unit-circle']) {
      expect(readAddress(hash)).toEqual({ settings: {}, faults: [] });
    }
  });

  it('takes what it understands and reports the rest', () => {
    const { settings, faults } = readAddress('#v=1&b=2&zoom=3&s=9&l=gaussian&h=64-x');
    expect(settings).toEqual({ beta: 2, likelihood: 'gaussian' });
    expect(faults).toEqual([
      { text: 'zoom=3', kind: 'unknown', range: null },
      { text: 's=9', kind: 'bad-value', range: rangeText('noiseScale') },
      { text: 'h=64-x', kind: 'bad-value', range: rangeText('hidden') },
    ]);
  });

  it('reports another version and goes on', () => {
    expect(readAddress('#v=2&b=2')).toEqual({
      settings: { beta: 2 },
      faults: [{ text: 'v=2', kind: 'version', range: null }],
    });
  });

  it.each(['b=', 'b=one', 'b=%20', 'b=NaN', 'b=Infinity', 'b=-1', 'px=', 'px=8.5', 'px=%20', 'r=1.5', 'n=0', 'play='])(
    'reports %s as a bad value',
    (part) => {
      const { settings, faults } = readAddress(`#${part}`);
      expect(settings).toEqual({});
      expect(faults).toMatchObject([{ kind: 'bad-value', text: decodeURIComponent(part) }]);
    },
  );

  it('does not take files, keys of objects, or long keys', () => {
    for (const part of ['__proto__=1', 'constructor=1', 'toString=1', 'beta=1', 'lab=1']) {
      expect(readAddress(`#${part}`).faults).toMatchObject([{ kind: 'unknown' }]);
    }
    expect(readAddress('#d=file')).toMatchObject({ settings: {}, faults: [{ kind: 'bad-value', text: 'd=file' }] });
  });

  it('reports every value out of range', () => {
    for (const [key, value] of outOfRange) {
      if (SPECS[key].kind !== 'number' || typeof value !== 'number') continue;
      const { settings, faults } = readAddress(`#${SPECS[key].short}=${value}`);
      expect(settings).toEqual({});
      expect(faults).toMatchObject([{ kind: 'bad-value', range: rangeText(key) }]);
    }
  });

  it('never throws; what it takes is in range, and every part of the junk is taken or reported', () => {
    const shorts = KEYS.map((key) => SPECS[key].short);
    const junk = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.webFragments(),
    );
    const part = fc.tuple(fc.oneof(fc.constantFrom('v', ...shorts), junk), fc.constantFrom('=', '', '=='), junk);
    const hashes = fc.oneof(
      junk,
      fc.array(part, { maxLength: 6 }).map((parts) => `#${parts.map((list) => list.join('')).join('&')}`),
    );
    fc.assert(
      fc.property(hashes, (hash) => {
        const { settings, faults } = readAddress(hash);
        for (const [key, value] of Object.entries(settings)) checkSetting(key, value);
        if (!hash.includes('=')) return;
        const pairs = [...new URLSearchParams(hash.replace(/^#/, ''))];
        const taken = new Set(Object.keys(settings).map((key) => SPECS[key as Key].short));
        const unreported = pairs.filter(([short, text]) => {
          if (short === 'v' && text === '1') return false;
          const told = text === '' ? [short, `${short}=`] : [`${short}=${text}`];
          return !taken.has(short) && !faults.some((fault) => told.includes(fault.text));
        });
        expect(unreported).toEqual([]);
      }),
      { seed: 64, numRuns: 1000 },
    );
  });
});
