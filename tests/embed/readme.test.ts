/** The README's table of parameters is made from the tables of the program: `npm run readme` writes it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OWN_VALUES } from '../../src/figures/own/values';
import { FIGURES } from '../../src/figures/table';
import { rangeText } from '../../src/state/checkSetting';
import { attributeOf, HIDEABLE, USUAL_PANELS } from '../../src/state/embedLink';
import { PANELS } from '../../src/state/figureSpec';
import type { OwnValue } from '../../src/state/ownValues';
import { PAGE_KEYS, PAGE_SPECS } from '../../src/state/pageSettings';
import { LAYERS, USUAL_LAYERS } from '../../src/state/planeLayers';
import { KEYS, SPECS } from '../../src/state/settings';
import type { Spec } from '../../src/state/specs';
import { usualPlan } from '../../src/state/sweepPlan';
import { en } from '../../src/text/en';
import { settings } from '../../src/text/settings.en';

const README = '../../README.md';
const MARKS = /(<!-- embed -->\n).*?(<!-- \/embed -->)/s;

/** What a figure with a component of its own can be set to. */
const ownText = ([name, spec]: readonly [string, OwnValue]): string =>
  'form' in spec
    ? `\`${name}\`: ${spec.most} characters at most, as the page writes them`
    : `\`${name}\`: a ${spec.integer ? 'whole number' : 'number'} from ${spec.min} to ${spec.max}`;

/** Parameters that no table has, with what they mean. */
const OTHERS: readonly (readonly [
  address: string,
  attribute: string,
  values: string,
  standard: string,
  means: string,
])[] = [
  ['`figure`', '`figure`', Object.keys(FIGURES).map(code).join(', '), code(Object.keys(FIGURES)[0]!), 'The figure'],
  ['`panels`', '`panels`', PANELS.map(code).join(', '), USUAL_PANELS.map(code).join(', '), 'What is shown of it'],
  ['`<name>_hide=1`', '`hide`', 'any of the names below the table', 'nothing', 'What is left out'],
  ['`w`, `window`', '`window`', '`x,y,half`', 'follows the codes', 'The window of the latent plane'],
  [
    '`p`, `pins`',
    '`pins`',
    '`x,y;z/z/z,name;…`',
    'none',
    'Pins on the latent plane: two numbers, or all of a code of more axes; without a name they are called A, B, C, … by their places',
  ],
  ['`ar`, `arithmetic`', '`arithmetic`', '`1,2,3`', '`1,2,3`', 'Places among the pins of A, B and C in A − B + C'],
  [
    '`y`, `layers`',
    '`layers`',
    `${LAYERS.map(code).join(', ')}, separated by commas, or \`none\``,
    USUAL_LAYERS.map(code).join(', '),
    'What is shown on the latent plane',
  ],
  [
    '`x`, `image`',
    '`image`',
    'a whole number from 0',
    'none',
    'The image that is selected, by its place in the data set',
  ],
  ['`rg`, `region`', '`region`', '`left,bottom,right,top`', 'none', 'The region of the plane that is marked'],
  ['`pr`, `prior`', '`prior`', 'a whole number from 0', 'none', 'Which draws from the prior are shown'],
  [
    '`sw`',
    '',
    `of \`b\`, \`s\`, \`r\`, \`z\` one, with values and steps: \`r:1,2,3:2000\``,
    code(`b:${usualPlan().values.join(',')}:${usualPlan().steps}`),
    'What the figure `sweep` sweeps: in an embed, part of `state`',
  ],
  ...Object.entries(OWN_VALUES).map(
    ([id, values]) =>
      [
        code(`${id}.${Object.keys(values)[0]}`),
        '',
        Object.entries<OwnValue>(values).map(ownText).join('; '),
        Object.entries<OwnValue>(values)
          .flatMap(([name, { initial }]) => (initial === '' ? [] : `${name} ${initial}`))
          .join(', '),
        `What the figure \`${id}\` is set to, each value behind its id: in an embed, part of \`state\``,
      ] as const,
  ),
  [
    '`host`',
    '',
    'an origin',
    'none',
    'The page around the frame, whose messages are taken; the element says it by itself',
  ],
  [
    '',
    '`state`',
    'as in an address',
    '',
    'What has no attribute, such as `compare.right.b=4` of the second lab of a comparison',
  ],
  ['', '`sandbox`', "as of an `iframe`'s", 'none', 'The sandbox of the frame'],
  ['', '`height`', 'CSS pixels', '640', 'Kept free until the figure has said how high it is'],
  ['', '`title`', 'text', 'what the figure is', 'What is in the frame, for those who do not see it'],
  ['', '`src`', 'an address', 'beside `embed.js`', 'The embed page, where it lies elsewhere'],
];

/** What settings mean: by their names in the interface, but for those that have none of one word. */
const MEANINGS: Readonly<Record<string, string>> = {
  ...en.settings,
  ...settings.names,
  beta: `β, ${en.controls.beta}`,
  noiseScale: `σ, ${en.controls.sigma(en.outlines.ellipse.one)}`,
  variant: 'Variant of the data set (“Data sets”)',
  colour: 'What colours the plane: a factor that is known of the images, by its name',
  transposed: 'Rows and columns exchanged, for files of the reader',
  autoplay: 'Trains as soon as it is seen; a sweep begins when it is played',
  lang: 'Language',
  theme: 'Colours',
};

/** What stands for settings that are empty at first. */
const EMPTY: Readonly<Record<string, string>> = { variant: 'the usual one', colour: 'the class' };

function code(text: string): string {
  return `\`${text}\``;
}

const valuesOf = (spec: Spec): string => {
  // A file of somebody else's cannot be in an address.
  if (spec.kind === 'choice')
    return spec.choices
      .filter((choice) => choice !== 'file')
      .map((choice) => code(String(choice)))
      .join(', ');
  if (spec.kind === 'widths') return `${rangeText(spec)}: \`64-32\`, or \`none\` for a linear model`;
  return spec.kind === 'flag' ? '`1`, `0`' : rangeText(spec);
};

const standardOf = (key: string, { default: value }: Spec): string => {
  if (value === '') return EMPTY[key]!;
  if (typeof value === 'boolean') return code(value ? '1' : '0');
  return code(Array.isArray(value) ? value.join('-') : String(value));
};

function settingRow(key: string, spec: Spec): string[] {
  const names = [key, ...(key === 'noiseScale' ? ['sigma'] : []), spec.short]
    .filter((name, i, all) => all.indexOf(name) === i)
    .map(code)
    .join(', ');
  const attributes = key === 'noiseScale' ? '`sigma`, `noise-scale`' : code(attributeOf(key));
  const means = MEANINGS[key];
  if (means === undefined) throw new Error(`Nothing says what ${key} means`);
  return [names, attributes, valuesOf(spec), standardOf(key, spec), means];
}

function table(): string {
  const rows = [
    ['in the address', 'attribute', 'values', 'where it is not said', 'what it is'],
    ['---', '---', '---', '---', '---'],
    ...OTHERS.slice(0, 3),
    ...PAGE_KEYS.map((key) => settingRow(key, PAGE_SPECS[key])),
    ...KEYS.map((key) => settingRow(key, SPECS[key])),
    ...OTHERS.slice(3),
  ];
  const hideable = HIDEABLE.map((name) => code(name === 'noiseScale' ? 'sigma' : name)).join(', ');
  return [
    '',
    ...rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`),
    '',
    `What can be hidden: ${hideable}.`,
    '',
    '',
  ].join('\n');
}

describe('the table of parameters in the README', () => {
  const readme = readFileSync(new URL(README, import.meta.url), 'utf8');

  it('has its place', () => {
    expect(readme).toMatch(MARKS);
  });

  it('is what the tables of the program say; `npm run readme` writes it', async () => {
    await expect(readme.replace(MARKS, (_, start, end) => `${start}${table()}${end}`)).toMatchFileSnapshot(README);
  });
});
