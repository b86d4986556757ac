import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EmbedChoices, HIDEABLE, readEmbed, writeEmbed } from '../../src/state/embedLink';
import { PANELS } from '../../src/state/figureSpec';

/** Some of a list, in its order. */
const someOf = <T>(list: readonly T[], minLength = 0): fc.Arbitrary<T[]> => fc.subarray([...list], { minLength });

const anyChoices: fc.Arbitrary<EmbedChoices> = fc.record({
  figure: fc.string({ minLength: 1, unit: 'grapheme' }),
  panels: someOf(PANELS, 1),
  hide: someOf(HIDEABLE),
  host: fc.option(fc.constantFrom('https://blog.example', 'http://127.0.0.1:8000')),
});

describe('choices of an embed', () => {
  it('are read as they were written, and nothing else is touched', () => {
    const settings = fc.constantFrom('', 'v=1&b=1&s=1', 'surgery', 'surgery&v=1&gaps.b=2', 'wat=%zz&play=0');
    fc.assert(
      fc.property(anyChoices, settings, (choices, rest) => {
        const written = writeEmbed(choices);
        const read = readEmbed(`#${[written, rest].filter((part) => part !== '').join('&')}`);
        expect(read.faults).toEqual([]);
        expect({ hide: [], host: null, ...read.choices }).toEqual(choices);
        expect(read.rest).toBe(rest === '' ? '' : `#${rest}`);
        expect(read.kept).toBe(written);
      }),
      { seed: 71, numRuns: 300 },
    );
  });

  it('survive the trip through an address bar', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const hash = `#${writeEmbed(choices)}`;
        expect(new URL(hash, 'https://example.org/').hash).toBe(hash);
      }),
      { seed: 72, numRuns: 100 },
    );
  });

  it('are few and plain in the address', () => {
    expect(
      writeEmbed({
        figure: 'lab',
        panels: ['transport', 'plane'],
        hide: ['beta', 'share'],
        host: 'https://blog.example',
      }),
    ).toBe('figure=lab&panels=transport,plane&beta_hide=1&share_hide=1&host=https%3A%2F%2Fblog.example');
    expect(writeEmbed({})).toBe('');
  });
});

describe('readEmbed', () => {
  it('knows controls by full key, short key and alias, and the last word on one counts', () => {
    for (const name of ['noiseScale', 'noisescale', 's', 'sigma']) {
      expect(readEmbed(`#${name}_hide=1`).choices).toEqual({ hide: ['noiseScale'] });
    }
    expect(readEmbed('#b_hide=1&speed_hide=1&beta_hide=0').choices).toEqual({ hide: ['speed'] });
  });

  it('gives origins as browsers write them, whatever page is named', () => {
    expect(readEmbed('#host=https%3A%2F%2FBlog.Example%2Fpost.html').choices).toEqual({ host: 'https://blog.example' });
  });

  it('names what was not asked for nowhere', () => {
    expect(readEmbed('')).toEqual({ choices: {}, faults: [], rest: '', kept: '' });
    expect(readEmbed('#v=1&b=1')).toEqual({ choices: {}, faults: [], rest: '#v=1&b=1', kept: '' });
  });

  it.each([
    ['figure=', 'unknown', 'figure'],
    ['panels=', 'bad-value', 'panels'],
    ['panels=plane,sky', 'bad-value', 'panels=sky'],
    ['host=blog', 'bad-value', 'host=blog'],
    ['host=javascript:alert(1)', 'bad-value', 'host=javascript:alert(1)'],
    ['host=null', 'bad-value', 'host=null'],
    ['wat_hide=1', 'unknown', 'wat_hide=1'],
    ['__proto___hide=1', 'unknown', '__proto___hide=1'],
    // A choice of the dialog about files, which is no control of a figure.
    ['transposed_hide=1', 'unknown', 'transposed_hide=1'],
    ['beta_hide=yes', 'bad-value', 'beta_hide=yes'],
  ])('tells of %s', (part, kind, text) => {
    const { faults, rest, kept } = readEmbed(`#${part}&b=2`);
    expect(faults).toMatchObject([{ kind, text }]);
    expect({ rest, kept }).toEqual({ rest: '#b=2', kept: part });
  });

  it('shows the panels that it knows beside one that it does not', () => {
    expect(readEmbed('#panels=grid,sky,plane').choices).toEqual({ panels: ['plane', 'grid'] });
  });

  it('never throws, and every part goes to one side or the other as it was', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webFragments(),
      fc
        .tuple(fc.constantFrom('figure', 'panels', 'host', 'b_hide', 'x_hide', 'b'), fc.string())
        .map((p) => p.join('=')),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const hash = parts.join('&').replace(/^#+/, '');
        const { rest, kept, choices } = readEmbed(`#${hash}`);
        const sides = [rest.replace(/^#/, ''), kept].filter((side) => side !== '').join('&');
        const sorted = (text: string): string[] =>
          text
            .split('&')
            .filter((each) => each !== '')
            .sort();
        expect(sorted(sides)).toEqual(sorted(hash));
        expect(choices.panels?.length).not.toBe(0);
      }),
      { seed: 73, numRuns: 150 },
    );
  });
});
