/** What a blogger pastes into a post to show a figure, in four forms. */
import { attributeOf, type EmbedChoices, writeEmbed } from '../../state/embedLink';
import { PAGE_KEYS, PAGE_SPECS } from '../../state/pageSettings';
import { settingNamed } from '../../state/settings';
import { keyNamed } from '../../state/specs';

export const FORMS = ['html', 'iframe', 'markdown', 'mdx'] as const;

export type Form = (typeof FORMS)[number];

export interface Embed {
  /** Absolute address of the site's root, ending in a slash. */
  readonly site: string;
  readonly choices: Pick<EmbedChoices, 'figure' | 'panels' | 'hide'>;
  /**
   * Settings, window, pins, layers and selected image as an address has them, in which the keys of the figure's first
   * lab stand alone.
   */
  readonly state: string;
  /** Absolute address of the full page that shows the same. */
  readonly link: string;
  /** CSS pixels at most; null for as wide as the column. */
  readonly width: number | null;
  /** CSS pixels of a frame that cannot tell its height. */
  readonly height: number;
  /** What is in the frame, for those who do not see it. */
  readonly title: string;
  /** What is on the picture that stands for it. */
  readonly alt: string;
}

/** An attribute: its name and its text. */
type Attribute = readonly [name: string, text: string];

/** The address of the frame that shows a figure. */
export function frameAddress({ site, choices, state }: Pick<Embed, 'site' | 'choices' | 'state'>): string {
  return `${site}embed.html#${[writeEmbed(choices), state].filter((part) => part !== '').join('&')}`;
}

export function snippet(form: Form, embed: Embed): string {
  return WRITERS[form](embed);
}

const WRITERS: Readonly<Record<Form, (embed: Embed) => string>> = {
  html: (embed) => [script(embed), element(embed)].join('\n'),

  iframe: (embed) => {
    const { width, height, title } = embed;
    const style = ['width: 100%', ...(width === null ? [] : [`max-width: ${width}px`]), 'border: 0'].join('; ');
    const attributes: Attribute[] = [
      ['src', frameAddress(embed)],
      ['title', title],
      ['height', String(height)],
      ['style', style],
      ['loading', 'lazy'],
      ['allow', 'clipboard-write; fullscreen'],
    ];
    return `<iframe${written(attributes)}></iframe>`;
  },

  // One block that begins with a tag of blocks and has no empty line in it: Markdown leaves it as it is.
  markdown: (embed) => ['<div>', script(embed), element(embed), '</div>'].join('\n'),

  mdx: (embed) => {
    const { width, link, alt } = embed;
    const style = width === null ? '' : ` style={{ maxWidth: ${width} }}`;
    // Text in the attributes of JSX is written as in HTML.
    return `import { useEffect } from 'react';

export function VaeGeometry(attributes) {
  useEffect(() => {
    const src = ${JSON.stringify(scriptAddress(embed))};
    if (document.querySelector(\`script[src="\${src}"]\`) !== null) return;
    document.head.append(Object.assign(document.createElement('script'), { type: 'module', src }));
  }, []);
  return <vae-geometry {...attributes} />;
}

<VaeGeometry${written(attributesOf(embed))}${style}>
  <a href="${escaped(link)}"><img src="${escaped(posterAddress(embed))}" alt="${escaped(alt)}" width="100%" /></a>
</VaeGeometry>`;
  },
};

const scriptAddress = ({ site }: Embed): string => `${site}embed.js`;
const posterAddress = ({ site }: Embed): string => `${site}poster.webp`;

const script = (embed: Embed): string => `<script type="module" src="${escaped(scriptAddress(embed))}"></script>`;

/** The element, and what stands for it where scripts do not run: a picture that leads to the page. */
function element(embed: Embed): string {
  const { width, link, alt } = embed;
  const style: Attribute[] = width === null ? [] : [['style', `max-width: ${width}px`]];
  return `<vae-geometry${written([...attributesOf(embed), ...style])}>
<a href="${escaped(link)}"><img src="${escaped(posterAddress(embed))}" alt="${escaped(alt)}" width="100%"></a>
</vae-geometry>`;
}

/** What the element is told: the figure, its panels, and everything in the address, under full names. */
function attributesOf({ choices: { figure, panels, hide }, state }: Embed): Attribute[] {
  const others: string[] = [];
  const own = state.split('&').flatMap((part): Attribute[] => {
    const [[name, text] = ['', '']] = new URLSearchParams(part);
    if (name === '' || name === 'v') return [];
    const attribute = name.includes('.') ? undefined : attributeNamed(name);
    if (attribute !== undefined) return [[attribute, text]];
    others.push(part);
    return [];
  });
  return [
    ['figure', figure],
    ...(panels.length === 0 ? [] : [['panels', panels.join(' ')] as const]),
    ...(hide.length === 0
      ? []
      : [['hide', hide.map((part) => (part === 'noiseScale' ? 'sigma' : part)).join(' ')] as const]),
    ...own,
    // Labs beside the first have settings by the same names.
    ...(others.length === 0 ? [] : [['state', others.join('&')] as const]),
  ];
}

/** Attributes of what is on the plane, by the key of an address. */
const PLANE_ATTRIBUTES: Readonly<Record<string, string>> = {
  w: 'window',
  p: 'pins',
  ar: 'arithmetic',
  y: 'layers',
  x: 'image',
  rg: 'region',
  pr: 'prior',
};

function attributeNamed(name: string): string | undefined {
  if (Object.hasOwn(PLANE_ATTRIBUTES, name)) return PLANE_ATTRIBUTES[name];
  const key = settingNamed(name) ?? keyNamed(name, PAGE_KEYS, PAGE_SPECS);
  if (key === undefined) return undefined;
  return key === 'noiseScale' ? 'sigma' : attributeOf(key);
}

const written = (attributes: readonly Attribute[]): string =>
  attributes.map(([name, text]) => ` ${name}="${escaped(text)}"`).join('');

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
