import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/state/address';
import { checkSetting } from '../../src/state/checkSetting';
import { defaultPageSettings, PAGE_KEYS, PAGE_SPECS, type PageSettings } from '../../src/state/pageSettings';
import { MAX_NAME, MAX_PINS } from '../../src/state/pinBounds';
import { letterOf, nameFrom } from '../../src/state/pinNames';
import { LAYERS, USUAL_LAYERS } from '../../src/state/planeLayers';
import { FARTHEST, HALF } from '../../src/state/planeView';
import { defaultSettings, KEYS, type Key, type Settings, SPECS } from '../../src/state/settings';
import { type AddressParts, joinHash, type LabPart, UNTOUCHED, writeAddress } from '../../src/state/writeAddress';
import { anySettings, outOfRange, settingsLike } from '../support/settings';

/** Labs of a page; ids may hold any letters. */
const IDS = ['lab', 'gaps', 'gaps.vae', 'a b'];

/** A lab as it opens, but for what is named. */
const labOf = (part: Partial<LabPart> = {}): LabPart => ({
  id: 'lab',
  settings: defaultSettings(),
  defaults: defaultSettings(),
  ...UNTOUCHED,
  ...part,
});

const partsOf = (part: Partial<AddressParts> = {}): AddressParts => ({
  place: null,
  page: defaultPageSettings(),
  pageDefaults: defaultPageSettings(),
  labs: [labOf()],
  ...part,
});

/** The address of a page with one lab. */
const write = (settings: Partial<Settings> = {}, page: Partial<PageSettings> = {}): string =>
  writeAddress(
    partsOf({
      page: { ...defaultPageSettings(), ...page },
      labs: [labOf({ settings: { ...defaultSettings(), ...settings } })],
    }),
  );

const read = (hash: string) => readAddress(hash, IDS);
const settingsOf = (hash: string): Settings => ({ ...defaultSettings(), ...read(hash).labs.lab?.settings });

/** What an address keeps of settings: all to the last digit, but of files neither which nor how they are arranged. */
function kept(settings: Settings): Settings {
  const { data, variant, count, size, transposed } = defaultSettings();
  return settings.data === 'file' ? { ...settings, data, variant, count, size, transposed } : settings;
}

describe('writing and reading', () => {
  it('keep any settings', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const hash = write(settings);
        expect(read(hash).faults).toEqual([]);
        expect(settingsOf(hash)).toEqual(kept(settings));
      }),
      { seed: 61, numRuns: 500 },
    );
  });

  it('keep every digit of a seed, on which the whole run depends', () => {
    for (const seed of [123_456, 999_999, 100_001]) {
      const settings = { ...defaultSettings(), seed };
      expect(settingsOf(write(settings))).toEqual(settings);
    }
  });

  it('come to rest: what was read is written the same', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const hash = write(settings);
        expect(write(settingsOf(hash))).toBe(hash);
      }),
      { seed: 62, numRuns: 200 },
    );
  });

  it('survive the trip through an address bar', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const hash = write(settings);
        expect(new URL(hash, 'https://example.org/page').hash).toBe(hash);
      }),
      { seed: 63, numRuns: 100 },
    );
  });

  it('keep what belongs to the page, a place, and every lab apart from the others', () => {
    const anyPage = settingsLike<PageSettings>(PAGE_KEYS, PAGE_SPECS);
    const places = fc.constantFrom(null, 'lab', 'the unit circle', '圆', 'a&b', 'a=b', '50%');
    fc.assert(
      fc.property(places, anyPage, fc.array(anySettings, { minLength: 4, maxLength: 4 }), (place, page, all) => {
        const labs = IDS.map((id, i) => labOf({ id, settings: all[i]! }));
        const hash = writeAddress(partsOf({ place, page, labs }));
        const address = read(hash);
        expect(address.faults).toEqual([]);
        expect(address.place).toBe(place);
        expect({ ...defaultPageSettings(), ...address.page }).toEqual(page);
        for (const { id, settings } of labs) {
          expect({ ...defaultSettings(), ...address.labs[id]?.settings }, id).toEqual(kept(settings));
        }
      }),
      { seed: 65, numRuns: 200 },
    );
  });
});

describe('writeAddress', () => {
  it('is empty for the defaults', () => {
    expect(write()).toBe('');
  });

  it('says only what differs, under short keys, after the version', () => {
    expect(write({ beta: 1, noiseScale: 1 })).toBe('#v=1&b=1&s=1');
    expect(write({ hidden: [128, 32] }, { autoplay: false })).toBe('#v=1&h=128-32&play=0');
    expect(write({ hidden: [] })).toBe('#v=1&h=none');
    expect(read('#h=').labs.lab?.settings, 'as it was written before').toEqual({ hidden: [] });
    expect(read('#h=none').labs.lab?.settings).toEqual({ hidden: [] });
  });

  it("says what differs from the figure's own settings, not from the table's", () => {
    const defaults = { ...defaultSettings(), beta: 1 };
    const gaps = labOf({ id: 'gaps', settings: defaults, defaults });
    expect(writeAddress(partsOf({ labs: [labOf(), gaps] }))).toBe('');
    const changed = { ...gaps, settings: { ...defaults, beta: 0, noiseScale: 0.5 } };
    expect(writeAddress(partsOf({ labs: [labOf(), changed] }))).toBe('#v=1&gaps.b=0&gaps.s=0.5');
  });

  it('says the window and the pins of a lab under its name', () => {
    const lab = labOf({ window: { x: 0.5, y: -1.25, half: 3 } });
    const gaps = labOf({
      id: 'gaps',
      pins: [
        { x: 1, y: 2 },
        { x: -0.5, y: 1 / 3 },
      ],
    });
    expect(writeAddress(partsOf({ labs: [lab, gaps] }))).toBe('#v=1&w=0.5,-1.25,3&gaps.p=1,2;-0.5,0.33333');
  });

  it('names every lab where it is read by a page whose first lab is not known', () => {
    const lab = labOf({ window: { x: 0, y: 0, half: 2 }, settings: { ...defaultSettings(), beta: 1 } });
    expect(writeAddress(partsOf({ place: 'lab', labs: [lab] }), null)).toBe('#lab&v=1&lab.b=1&lab.w=0,0,2');
    expect(writeAddress(partsOf({ labs: [labOf(), { ...lab, id: 'gaps' }] }), 'gaps')).toBe('#v=1&b=1&w=0,0,2');
  });

  it('puts a place first', () => {
    expect(writeAddress(partsOf({ place: 'surgery' }))).toBe('#surgery');
    expect(writeAddress(partsOf({ place: 'surgery', page: { ...defaultPageSettings(), lang: 'zh' } }))).toBe(
      '#surgery&v=1&lang=zh',
    );
  });

  it('does not name files of the reader', () => {
    expect(write({ data: 'file' })).toBe('');
    expect(write({ data: 'file', count: 40, size: 32, transposed: true })).toBe('');
  });
});

describe('the window and the pins', () => {
  const coordinate = fc.double({ min: -FARTHEST, max: FARTHEST, noNaN: true });
  const anyWindow = fc.record({
    x: coordinate,
    y: coordinate,
    // Over all of its decades alike.
    half: fc
      .double({ min: Math.log(HALF.min), max: Math.log(HALF.max), noNaN: true })
      .map((log) => within(Math.exp(log))),
  });
  const within = (half: number): number => Math.min(HALF.max, Math.max(HALF.min, half));
  const anyName = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: MAX_NAME }),
      fc.constantFrom('%', ';', ',', 'a%3Bb', '%25', '七', 'A', 'B'),
    )
    .map(nameFrom)
    .filter((name) => name !== null);
  const anyPins = fc.array(fc.record({ x: coordinate, y: coordinate, name: anyName }), { maxLength: MAX_PINS });

  it('are kept, as finely as can be seen, and come to rest', () => {
    fc.assert(
      fc.property(anyWindow, anyPins, (window, pins) => {
        const write1 = (part: Partial<LabPart>): string => writeAddress(partsOf({ labs: [labOf(part)] }));
        const hash = write1({ window, pins });
        const { labs, faults } = read(hash);
        expect(faults).toEqual([]);
        const shown = labs.lab!.window!;
        // Of a picture as wide as any screen, less than a pixel.
        for (const axis of ['x', 'y'] as const) {
          expect(Math.abs(shown[axis] - window[axis])).toBeLessThanOrEqual(1e-4 * window.half);
        }
        expect(Math.abs(shown.half / window.half - 1)).toBeLessThan(1e-4);
        const placed = labs.lab!.pins ?? [];
        expect(placed).toHaveLength(pins.length);
        placed.forEach((pin, i) => {
          expect(pin.name ?? letterOf(i)).toBe(pins[i]!.name);
          for (const axis of ['x', 'y'] as const) {
            expect(Math.abs(pin[axis] - pins[i]![axis])).toBeLessThanOrEqual(1e-4 * Math.abs(pins[i]![axis]) + 1e-6);
          }
        });
        expect(write1({ window: shown, pins: placed })).toBe(hash);
        expect(new URL(hash, 'https://example.org/').hash).toBe(hash);
      }),
      { seed: 66, numRuns: 500 },
    );
  });

  it('are read by either of their names, of any lab; no pins are pins, too, and no window is that of the codes', () => {
    expect(read('#w=1,2,3&gaps.pins=1,2&gaps.window=0,0,1e2').labs).toEqual({
      lab: { window: { x: 1, y: 2, half: 3 } },
      gaps: { pins: [{ x: 1, y: 2 }], window: { x: 0, y: 0, half: 100 } },
    });
    expect(read('#p=').labs).toEqual({ lab: { pins: [] } });
    expect(read('#w=&gaps.window=')).toMatchObject({
      labs: { lab: { window: null }, gaps: { window: null } },
      faults: [],
    });
  });

  it('of more axes than two have all numbers of their codes', () => {
    const pins = [
      { x: 1, y: -2, code: [1, -2, 0.333333, 4] },
      { x: 0, y: 0, code: [0, 0, 0.5], name: 'a/b, c' },
      { x: 1, y: 2, name: '3/4' },
    ];
    const hash = writeAddress(partsOf({ labs: [labOf({ pins })] }));
    expect(hash).toContain('p=1/-2/0.33333/4;0/0/0.5,a%2Fb%2C%20c;1,2,3%2F4');
    const [first, ...rest] = read(hash).labs.lab!.pins!;
    expect(first).toEqual({ x: 1, y: -2, code: [1, -2, 0.33333, 4] });
    expect(rest).toEqual(pins.slice(1));
  });

  it.each([
    'w=1,2',
    'w=1,2,3,4',
    'w=1,2,0',
    'w=1,2,-3',
    'w=1,,3',
    'w=a,b,c',
    'w=0x1,2,3',
    'w=1,2,Infinity',
    'w=1e9,0,1',
  ])('reports %s as no window', (part) => {
    expect(read(`#${part}`)).toMatchObject({ labs: {}, faults: [{ kind: 'bad-value', spec: { kind: 'window' } }] });
  });

  it.each([
    'p=1',
    'p=1,2;',
    'p=1/2',
    'p=1/2/x',
    'p=1/2/1e9',
    'p=1/2/3,',
    'p=;',
    'p=1,2,',
    'p=1,2,%09',
    `p=1,2,${'n'.repeat(MAX_NAME + 1)}`,
    'p=1,2,%00',
    'p=1,NaN',
    'p=1,1e7',
    `p=${new Array(MAX_PINS + 1).fill('0,0').join(';')}`,
  ])('reports %s as no pins', (part) => {
    expect(read(`#${part}`)).toMatchObject({ labs: {}, faults: [{ kind: 'bad-value', spec: { kind: 'pins' } }] });
  });
});

describe('the pins that are added up', () => {
  it('are kept by their places, of any lab, and read by either name; nothing at all stands for the first three', () => {
    const hash = writeAddress(
      partsOf({ labs: [labOf({ terms: [2, 0, 1] }), labOf({ id: 'gaps', terms: [0, 0, 0] })] }),
    );
    expect(hash).toBe('#v=1&ar=3,1,2&gaps.ar=1,1,1');
    expect(read(hash)).toMatchObject({ labs: { lab: { terms: [2, 0, 1] }, gaps: { terms: [0, 0, 0] } }, faults: [] });
    expect(read('#arithmetic=1,2,4').labs).toEqual({ lab: { terms: [0, 1, 3] } });
    expect(read('#ar=').labs).toEqual({ lab: { terms: null } });
  });

  it.each(['ar=1', 'ar=1,2', 'ar=0,1,2', 'ar=1,2,3,4', 'ar=1,2,1.5', 'ar=a,b,c', `ar=1,2,${MAX_PINS + 1}`])(
    'reports %s as no pins',
    (part) => {
      expect(read(`#${part}`)).toMatchObject({ labs: {}, faults: [{ kind: 'bad-value', spec: { kind: 'terms' } }] });
    },
  );
});

describe('the layers', () => {
  const write1 = (part: Partial<LabPart>): string => writeAddress(partsOf({ labs: [labOf(part)] }));

  it('are kept, and need no word where they are the usual ones', () => {
    fc.assert(
      fc.property(fc.subarray([...LAYERS]), (layers) => {
        const hash = write1({ layers });
        const { labs, faults } = read(hash);
        expect(faults).toEqual([]);
        expect(labs.lab?.layers ?? USUAL_LAYERS).toEqual(layers);
        expect(hash === '').toBe(layers.join() === USUAL_LAYERS.join());
        expect(new URL(hash, 'https://example.org/').hash).toBe(hash);
      }),
      { seed: 70, numRuns: 60 },
    );
    expect(write1({ layers: ['density', 'contours'] })).toBe('#v=1&y=density,contours');
    expect(write1({ layers: [] })).toBe('#v=1&y=none');
  });

  it('are read by either name, in any order, of any lab; nothing at all stands for the usual ones', () => {
    expect(read('#y=contours,density&gaps.layers=none').labs).toEqual({
      lab: { layers: ['density', 'contours'] },
      gaps: { layers: [] },
    });
    expect(read('#y=').labs).toEqual({ lab: { layers: USUAL_LAYERS } });
  });

  it('that are unknown are told one by one, and the others are shown', () => {
    expect(read('#gaps.y=fog,density,rain')).toMatchObject({
      labs: { gaps: { layers: ['density'] } },
      faults: [
        { text: 'gaps.y=fog', kind: 'bad-value', spec: { kind: 'choice', choices: LAYERS } },
        { text: 'gaps.y=rain', kind: 'bad-value' },
      ],
    });
    expect(read('#y=fog')).toMatchObject({ labs: {}, faults: [{ text: 'y=fog', kind: 'bad-value' }] });
  });
});

describe('the selected image', () => {
  it('is kept, of any lab, and read by either name; nothing at all selects none', () => {
    const hash = writeAddress(partsOf({ labs: [labOf({ image: 1234 }), labOf({ id: 'gaps', image: 0 })] }));
    expect(hash).toBe('#v=1&x=1234&gaps.x=0');
    expect(read(hash)).toMatchObject({ labs: { lab: { image: 1234 }, gaps: { image: 0 } }, faults: [] });
    expect(read('#image=7').labs).toEqual({ lab: { image: 7 } });
    expect(read('#x=').labs).toEqual({ lab: { image: null } });
  });

  it.each(['x=-1', 'x=1.5', 'x=1e3', 'x=seven', 'x=12345678901'])('reports %s as no image', (part) => {
    expect(read(`#${part}`)).toMatchObject({ labs: {}, faults: [{ kind: 'bad-value', spec: { kind: 'image' } }] });
  });
});

describe('names of settings', () => {
  it('are full as well as short, in capitals or not, and mean the same', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const short = write(settings);
        for (const name of [(key: Key) => key, (key: Key) => key.toLowerCase()]) {
          const full = short.replace(/([a-z]+)=/g, (part, said: string) => {
            const key = KEYS.find((candidate) => SPECS[candidate].short === said);
            return key === undefined ? part : `${name(key)}=`;
          });
          expect(read(full)).toEqual(read(short));
        }
      }),
      { seed: 67, numRuns: 100 },
    );
    expect(read('#beta=1&sigma=0.5&autoplay=0&gaps.learningRate=0.1')).toMatchObject({
      page: { autoplay: false },
      labs: { lab: { settings: { beta: 1, noiseScale: 0.5 } }, gaps: { settings: { learningRate: 0.1 } } },
      faults: [],
    });
  });

  it('are of one setting each, in the whole address', () => {
    const names = [
      ...KEYS.flatMap((key) => [...new Set([key.toLowerCase(), SPECS[key].short])]),
      ...PAGE_KEYS.flatMap((key) => [...new Set([key.toLowerCase(), PAGE_SPECS[key].short])]),
      ...[
        'sigma',
        'v',
        'w',
        'p',
        'y',
        'x',
        'window',
        'pins',
        'ar',
        'arithmetic',
        'layers',
        'image',
        'rg',
        'region',
        'pr',
        'prior',
        'figure',
        'panels',
        'host',
      ],
    ];
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

describe('a region and draws from the prior', () => {
  const edge = fc.double({ min: -FARTHEST / 2, max: FARTHEST / 2, noNaN: true });
  /** Sides over all of their decades alike. */
  const side = fc
    .double({ min: Math.log(2e-4), max: Math.log(FARTHEST / 2), noNaN: true })
    .map((log) => Math.min(FARTHEST / 2, Math.exp(log)));
  const write1 = (part: Partial<LabPart>): string => writeAddress(partsOf({ labs: [labOf(part)] }));

  it('are kept, as finely as can be seen, and come to rest', () => {
    fc.assert(
      fc.property(edge, edge, side, side, fc.nat({ max: 999_999_999 }), (left, bottom, width, height, prior) => {
        const region = { left, bottom, right: left + width, top: bottom + height };
        const hash = write1({ region, prior });
        const { labs, faults } = read(hash);
        expect(faults).toEqual([]);
        expect(labs.lab!.prior).toBe(prior);
        const shown = labs.lab!.region!;
        for (const name of ['left', 'bottom', 'right', 'top'] as const) {
          expect(Math.abs(shown[name] - region[name])).toBeLessThanOrEqual(1e-4 * Math.min(width, height));
        }
        expect(write1({ region: shown, prior })).toBe(hash);
      }),
      { seed: 69, numRuns: 500 },
    );
  });

  it('are read by either of their names, of any lab; without a value there are none', () => {
    const region = { left: -1, bottom: 0, right: 1, top: 2 };
    expect(read('#rg=-1,0,1,2&pr=0').labs).toEqual({ lab: { region, prior: 0 } });
    expect(read('#gaps.region=-1,0,1,2&gaps.prior=7').labs).toEqual({ gaps: { region, prior: 7 } });
    expect(read('#rg=&pr=').labs).toEqual({ lab: { region: null, prior: null } });
    expect(write1({ region, prior: 0 })).toBe('#v=1&rg=-1,0,1,2&pr=0');
  });

  it.each(['rg=1', 'rg=0,0,1', 'rg=1,0,-1,2', 'rg=0,2,1,2', 'rg=0,0,NaN,1', 'rg=0,0,1e7,1', 'rg=0,0,0.00001,1'])(
    'reports %s as no region',
    (part) => {
      expect(read(`#${part}`)).toMatchObject({ labs: {}, faults: [{ kind: 'bad-value', spec: { kind: 'region' } }] });
    },
  );

  it.each(['pr=-1', 'pr=1.5', 'pr=a', 'pr=1234567890'])('reports %s as no draw', (part) => {
    expect(read(`#${part}`)).toMatchObject({ labs: {}, faults: [{ kind: 'bad-value', spec: { kind: 'prior' } }] });
  });
});

describe('joinHash', () => {
  it('joins what is there', () => {
    expect(joinHash('', '#', '')).toBe('');
    expect(joinHash('figure=lab', '', '#v=1&b=1')).toBe('#figure=lab&v=1&b=1');
  });
});

describe('readAddress', () => {
  it('finds nothing amiss with the place of a figure, or with nothing', () => {
    for (const hash of ['', '#', '#lab', '#the-unit-circle']) {
      expect(read(hash)).toEqual({ place: hash.slice(1) || null, page: {}, labs: {}, faults: [] });
    }
  });

  it('takes what it understands and reports the rest', () => {
    const { labs, page, faults } = read('#v=1&b=2&zoom=3&s=9&l=gaussian&h=64-x&theme=dark&gaps.vae.b=4&nowhere.b=1');
    expect(labs).toEqual({
      lab: { settings: { beta: 2, likelihood: 'gaussian' } },
      'gaps.vae': { settings: { beta: 4 } },
    });
    expect(page).toEqual({ theme: 'dark' });
    expect(faults).toEqual([
      { text: 'zoom=3', kind: 'unknown', spec: null },
      { text: 's=9', kind: 'bad-value', spec: SPECS.noiseScale },
      { text: 'h=64-x', kind: 'bad-value', spec: SPECS.hidden },
      { text: 'nowhere.b=1', kind: 'unknown', spec: null },
    ]);
  });

  it('reports another version and goes on', () => {
    expect(read('#v=2&b=2')).toMatchObject({
      labs: { lab: { settings: { beta: 2 } } },
      faults: [{ text: 'v=2', kind: 'version', spec: null }],
    });
  });

  it.each(['b=', 'b=one', 'b=%20', 'b=NaN', 'b=Infinity', 'b=-1', 'px=', 'px=8.5', 'px=%20', 'r=1.5', 'n=0', 'play='])(
    'reports %s as a bad value',
    (part) => {
      const { labs, page, faults } = read(`#${part}`);
      expect({ labs, page }).toEqual({ labs: {}, page: {} });
      expect(faults).toMatchObject([{ kind: 'bad-value', text: decodeURIComponent(part).replace(/=$/, '') }]);
    },
  );

  it('does not take files or keys of objects', () => {
    for (const part of ['__proto__=1', 'constructor=1', 'toString=1', 'lab=1', '__proto__.b=1']) {
      expect(read(`#${part}`).faults).toMatchObject([{ kind: 'unknown' }]);
    }
    expect(read('#d=file')).toMatchObject({ labs: {}, faults: [{ kind: 'bad-value', text: 'd=file' }] });
  });

  it('reports every value out of range', () => {
    for (const [key, value] of outOfRange) {
      if (SPECS[key].kind !== 'number' || typeof value !== 'number') continue;
      const { labs, faults } = read(`#${SPECS[key].short}=${value}`);
      expect(labs).toEqual({});
      expect(faults).toMatchObject([{ kind: 'bad-value', spec: SPECS[key] }]);
    }
  });

  it('never throws; what it takes is in range, and every part of the junk is taken or reported', () => {
    const shorts = KEYS.map((key) => SPECS[key].short);
    const junk = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.webFragments(),
    );
    const part = fc.tuple(
      fc.oneof(fc.constantFrom('v', 'play', 'lang', ...shorts, ...shorts.map((short) => `gaps.${short}`)), junk),
      fc.constantFrom('=', '', '=='),
      junk,
    );
    const hashes = fc.oneof(
      junk,
      fc.array(part, { maxLength: 6 }).map((parts) => `#${parts.map((list) => list.join('')).join('&')}`),
    );
    fc.assert(
      fc.property(hashes, (hash) => {
        const { place, page, labs, faults } = read(hash);
        for (const { settings = {} } of Object.values(labs)) {
          for (const [key, value] of Object.entries(settings)) checkSetting(key, value);
        }
        for (const [key, value] of Object.entries(page)) checkSetting(key, value, PAGE_SPECS);
        const text = hash.replace(/^#/, '');
        const pairs = [...new URLSearchParams(place === null ? text : text.replace(/^[^&]*&?/, ''))];
        const taken = new Set([
          ...Object.entries(labs).flatMap(([id, { settings = {} }]) =>
            Object.keys(settings).flatMap((key) => {
              const { short } = SPECS[key as Key];
              return id === IDS[0] ? [short, `${id}.${short}`] : [`${id}.${short}`];
            }),
          ),
          ...Object.keys(page).map((key) => PAGE_SPECS[key as keyof PageSettings].short),
        ]);
        const unreported = pairs.filter(([short, text]) => {
          if (short === 'v' && text === '1') return false;
          const told = text === '' ? [short] : [`${short}=${text}`];
          return !taken.has(short) && !faults.some((fault) => told.includes(fault.text));
        });
        expect(unreported).toEqual([]);
      }),
      { seed: 64, numRuns: 1000 },
    );
  });
});

describe('a sweep', () => {
  it('is kept as it is written, on any page, and read elsewhere', () => {
    const hash = writeAddress(partsOf({ sweeps: { sweep: 'r:3,4:70' } }));
    expect(hash).toBe('#v=1&sw=r:3,4:70');
    const said = { place: null, page: {}, labs: {}, faults: [] };
    expect(readAddress(hash, ['lab'], ['sweep'])).toEqual({ ...said, sweeps: { sweep: 'r:3,4:70' } });
    expect(readAddress(hash, ['lab']), 'where there is none').toEqual(said);
    expect(writeAddress(partsOf({ sweeps: { sweep: null } }))).toBe('');
  });

  it('of several is named, the first of them alone without a name where it is known which that is', () => {
    const parts = partsOf({ sweeps: { sweep: 'r:3,4', luck: 'z:1,2' } });
    expect(writeAddress(parts)).toBe('#v=1&sw=r:3,4&luck.sw=z:1,2');
    expect(writeAddress(parts, null, null)).toBe('#v=1&sweep.sw=r:3,4&luck.sw=z:1,2');
    for (const hash of [writeAddress(parts), writeAddress(parts, null, null)])
      expect(readAddress(hash, ['lab'], ['sweep', 'luck']).sweeps).toEqual(parts.sweeps);
    expect(readAddress('#other.sw=r:1,2', ['lab'], ['sweep', 'luck']).faults).toMatchObject([{ kind: 'unknown' }]);
  });

  it('that can be none is told and left out', () => {
    for (const text of ['b:0%26b=3', 'b 0', '<b>']) {
      const { sweeps, faults } = readAddress(`#v=1&sw=${text}`, ['lab'], ['sweep']);
      expect(sweeps).toBeUndefined();
      expect(faults).toMatchObject([{ kind: 'unknown' }]);
    }
  });
});
