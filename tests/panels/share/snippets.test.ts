import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Embed, FORMS, frameAddress, snippet } from '../../../src/panels/share/snippets';
import { readAddress } from '../../../src/state/address';
import { HIDEABLE, readEmbed } from '../../../src/state/embedLink';
import { PANELS } from '../../../src/state/figureSpec';
import { defaultPageSettings, PAGE_KEYS, PAGE_SPECS, type PageSettings } from '../../../src/state/pageSettings';
import { type LayerName, USUAL_LAYERS } from '../../../src/state/planeLayers';
import { defaultSettings } from '../../../src/state/settings';
import { writeAddress } from '../../../src/state/writeAddress';
import { anySettings, settingsLike } from '../../support/settings';

const EMBED: Embed = {
  site: 'https://vae.example/some/where/',
  choices: { figure: 'lab', panels: ['transport', 'plane'], hide: [] },
  state: 'v=1&b=1&s=1',
  link: 'https://vae.example/some/where/#lab&v=1&lab.b=1&lab.s=1',
  width: null,
  height: 700,
  title: 'A “title” with <marks> & "quotes"',
  alt: 'Ellipses',
};

/** Text as a browser reads it out of HTML. */
const unescaped = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** The attributes of the first element of this name. */
function attributesOf(code: string, name: string): Record<string, string> {
  const [, inside] = new RegExp(`<${name}((?:\\s+[\\w.-]+=(?:"[^"]*"|\\{\\{[^}]*\\}\\}))*)\\s*/?>`).exec(code) ?? [];
  if (inside === undefined) throw new Error(`There is no <${name}> in ${code}`);
  return Object.fromEntries(
    [...inside.matchAll(/([\w.-]+)="([^"]*)"/g)].map(([, attribute, text]) => [attribute!, unescaped(text!)]),
  );
}

/** Settings of a lab and of the page, with a window and pins, as an address has them. */
const anyState = fc
  .record({
    settings: anySettings,
    other: anySettings,
    page: settingsLike<PageSettings>(PAGE_KEYS, PAGE_SPECS),
    framed: fc.boolean(),
  })
  .map(({ settings, other, page, framed }) => {
    const window = framed ? { x: 1, y: -2, half: 0.5 } : null;
    const pins = framed ? [{ x: 0.25, y: 3 }] : [];
    const terms = framed ? ([2, 0, 1] as const) : null;
    const layers: readonly LayerName[] = framed ? ['density'] : USUAL_LAYERS;
    const image = framed ? 17 : null;
    const region = framed ? { left: -1, bottom: -0.5, right: 0.25, top: 1 } : null;
    const prior = framed ? 3 : null;
    const defaults = defaultSettings();
    const plane = { opening: {}, window, pins, terms, layers, image, region, prior };
    return writeAddress({
      place: null,
      page,
      pageDefaults: defaultPageSettings(),
      labs: [
        { id: 'lab', settings, defaults, ...plane },
        { id: 'gaps.vae', settings: other, defaults, ...plane },
      ],
    }).slice(1);
  });

const anyEmbed: fc.Arbitrary<Embed> = fc
  .record({
    state: anyState,
    panels: fc.subarray([...PANELS], { minLength: 1 }),
    hide: fc.subarray([...HIDEABLE]),
    width: fc.option(fc.integer({ min: 300, max: 2000 })),
    title: fc.string(),
  })
  .map(({ panels, hide, ...more }) => ({ ...EMBED, ...more, choices: { figure: 'lab', panels, hide } }));

describe('the code for a post', () => {
  it('in HTML is the script and the element, with a picture that leads to the page', () => {
    expect(snippet('html', { ...EMBED, width: 640 })).toBe(
      `<script type="module" src="https://vae.example/some/where/embed.js"></script>
<vae-geometry figure="lab" panels="transport plane" beta="1" sigma="1" style="max-width: 640px">
<a href="https://vae.example/some/where/#lab&amp;v=1&amp;lab.b=1&amp;lab.s=1"><img src="https://vae.example/some/where/poster.webp" alt="Ellipses" width="100%"></a>
</vae-geometry>`,
    );
  });

  it('as a frame alone has a title, a height and the whole address', () => {
    const attributes = attributesOf(snippet('iframe', { ...EMBED, width: 640 }), 'iframe');
    expect(attributes).toEqual({
      src: 'https://vae.example/some/where/embed.html#figure=lab&panels=transport,plane&v=1&b=1&s=1',
      title: EMBED.title,
      height: '700',
      style: 'width: 100%; max-width: 640px; border: 0',
      loading: 'lazy',
      allow: 'clipboard-write; fullscreen',
    });
  });

  it('in Markdown is one block that begins with a tag of blocks', () => {
    const code = snippet('markdown', EMBED);
    expect(code).toMatch(/^<div>\n/);
    expect(code).not.toMatch(/\n\s*\n/);
    expect(code).not.toMatch(/^ {4}/m);
  });

  it('in MDX is a component and its use, with the style that React takes', () => {
    const code = snippet('mdx', { ...EMBED, width: 640 });
    expect(code).toContain('export function VaeGeometry(');
    expect(code).toContain('style={{ maxWidth: 640 }}');
    expect(attributesOf(code, 'VaeGeometry')).toEqual({
      figure: 'lab',
      panels: 'transport plane',
      beta: '1',
      sigma: '1',
    });
  });

  it('says in each form all that was chosen, and all of the state', () => {
    fc.assert(
      fc.property(anyEmbed, (embed) => {
        const ids = ['lab', 'gaps.vae'];
        const wanted = readAddress(`#${embed.state}`, ids);
        expect(wanted.faults).toEqual([]);
        for (const form of FORMS) {
          const code = snippet(form, embed);
          if (form === 'iframe') {
            const { src } = attributesOf(code, 'iframe');
            expect(src).toBe(frameAddress(embed));
            const { choices, rest, faults } = readEmbed(new URL(src!).hash);
            expect({ hide: [], ...choices }).toEqual(embed.choices);
            expect(faults).toEqual([]);
            expect(readAddress(rest, ids)).toEqual(wanted);
            continue;
          }
          const {
            figure,
            panels,
            hide,
            state = '',
            style,
            ...settings
          } = attributesOf(code, form === 'mdx' ? 'VaeGeometry' : 'vae-geometry');
          const hidden = (hide ?? '').split(' ').filter((name) => name !== '');
          const said = readEmbed(
            `#${[`panels=${panels!.replaceAll(' ', ',')}`, ...hidden.map((name) => `${name}_hide=1`)].join('&')}`,
          );
          expect({ figure, hide: [], ...said.choices }).toEqual(embed.choices);
          // Attributes name settings as scripts do, with hyphens for capitals.
          const named = Object.entries(settings).map(([name, text]) => [
            name === 'hidden-layers' ? 'hidden' : name.replaceAll('-', ''),
            text,
          ]);
          const read = readAddress(
            `#${[new URLSearchParams(named), state].filter((part) => String(part) !== '').join('&')}`,
            ids,
          );
          expect(read).toEqual(wanted);
          expect(style).toBe(form === 'mdx' || embed.width === null ? undefined : `max-width: ${embed.width}px`);
        }
      }),
      { seed: 74, numRuns: 200 },
    );
  });

  it('has an attribute for all that is on the plane of the first lab', () => {
    const state = 'v=1&w=0,0,2&p=1,1;0,1;1,0&ar=3,1,2&y=density&x=17&rg=-1,-1,1,1&pr=3';
    expect(attributesOf(snippet('html', { ...EMBED, state }), 'vae-geometry')).toEqual({
      figure: 'lab',
      panels: 'transport plane',
      window: '0,0,2',
      pins: '1,1;0,1;1,0',
      arithmetic: '3,1,2',
      layers: 'density',
      image: '17',
      region: '-1,-1,1,1',
      prior: '3',
    });
  });

  it('lets no text out of its attribute', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...FORMS), (text, form) => {
        const quiet = snippet(form, { ...EMBED, title: 'quiet', alt: 'quiet' });
        const loud = snippet(form, { ...EMBED, title: `<b>"${text}"`, alt: `<b>"${text}"` });
        for (const mark of ['<', '>', '"']) expect(loud.split(mark).length).toBe(quiet.split(mark).length);
      }),
      { seed: 75, numRuns: 100 },
    );
  });
});
