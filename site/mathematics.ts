/**
 * Formulas between dollar signs, typeset when the site is built: readers get the marks and MathML, and no script. A
 * formula that KaTeX does not understand, or that needs a font that is not shipped, fails the build.
 */
import { createHash } from 'node:crypto';
import katex, { type KatexOptions } from 'katex';
import remarkMath from 'remark-math';
import { type MathFont, UNSHIPPED } from './mathFonts.ts';

/** The hues that carry meaning, as classes: src/article/parts/parts.css gives them their colours, light and dark. */
const HUES = ['hue-reconstruction', 'hue-prior'];

const warm = (tex: string): string => `\\htmlClass{hue-reconstruction}{${tex}}`;
const cool = (tex: string): string => `\\htmlClass{hue-prior}{${tex}}`;

/** What formulas of the article may say in short: the terms of the loss, and the densities, each in its hue. */
const MACROS: Readonly<Record<string, string>> = {
  '\\R': warm('R'),
  '\\K': cool('K'),
  '\\B': cool('\\beta'),
  '\\KL': '\\operatorname{KL}',
  '\\posterior': 'q(z\\mid x)',
  '\\aggregate': '\\bar q(z)',
  '\\likelihood': warm('p(x\\mid z)'),
  '\\prior': cool('p(z)'),
};

const OPTIONS: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: (context) => {
    const { command, class: name } = context as { command: string; class?: string };
    if (command === '\\htmlClass' && HUES.includes(name!)) return true;
    throw new Error(`${command} is not to be trusted${name === undefined ? '' : ` with the class ${name}`}`);
  },
};

/**
 * A formula as HTML.
 * @param display whether it stands on lines of its own
 * @throws Error that names what is wrong with it
 */
export function typeset(tex: string, display: boolean): string {
  const html = katex.renderToString(tex, { ...OPTIONS, macros: { ...MACROS }, displayMode: display });
  for (const [name, font] of Object.entries(UNSHIPPED) as [string, MathFont][]) {
    if (new RegExp(`class="[^"]*\\b${name}\\b`).test(html))
      throw new Error(`${tex} needs the font ${font}, which is not shipped`);
  }
  return html.replace(STYLED, (_, tag: string, before: string, declarations: string, after: string) => {
    const name = classOf(declarations);
    const attributes = before + after;
    const named = attributes.includes(' class="')
      ? attributes.replace(' class="', ` class="${name} `)
      : `${attributes} class="${name}"`;
    return `<${tag}${named}>`;
  });
}

/** An element with a style of its own. */
const STYLED = /<(\w+)([^<>]*) style="([^"]*)"([^<>]*)>/g;

/** What formulas have needed so far, by the classes that stand for it: the site's policy allows no styles in elements. */
const declared = new Map<string, string>();

function classOf(declarations: string): string {
  const name = `f-${createHash('sha256').update(declarations).digest('hex').slice(0, 8)}`;
  declared.set(name, declarations);
  return name;
}

/** The rules of those classes, for all formulas that have been typeset. As in an element, they go before all others. */
export const formulaRules = (): string =>
  [...declared]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, declarations]) => `.${name}{${declarations.replace(/;?$/, ';').replaceAll(';', '!important;')}}`)
    .join('\n');

/** As much of a node of Markdown as is needed here. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

/** What may not begin a line. */
const CLOSING = /^[,.;:!?)\]’”、，。；：！？）」』]+/;

/** Takes the punctuation that a text begins with off it. */
function takeClosing(text: Node | undefined): string | null {
  const [closing] = (text?.type === 'text' && CLOSING.exec(text.value!)) || [];
  if (text === undefined || closing === undefined) return null;
  text.value = text.value!.slice(closing.length);
  return closing;
}

/** The element that a formula becomes: `<Formula html="…" />`, with `display`, or with what follows as `after`. */
function elementOf(tex: string, display: boolean, after: string | null): Node {
  const attributes = [
    { type: 'mdxJsxAttribute', name: 'html', value: typeset(tex, display) },
    ...(display ? [{ type: 'mdxJsxAttribute', name: 'display', value: null }] : []),
    ...(after === null ? [] : [{ type: 'mdxJsxAttribute', name: 'after', value: after }]),
  ];
  const type = display ? 'mdxJsxFlowElement' : 'mdxJsxTextElement';
  return { type, name: 'Formula', attributes, children: [] } as Node;
}

/** Puts elements in the place of formulas. */
function remarkTypeset() {
  return function visit(node: Node): void {
    if (node.children === undefined) return;
    node.children = node.children.map((child, place, all) => {
      if (child.type === 'math') return elementOf(child.value!, true, null);
      if (child.type === 'inlineMath') return elementOf(child.value!, false, takeClosing(all[place + 1]));
      visit(child);
      return child;
    });
  };
}

/** For MDX: reads formulas, and typesets them. */
export const mathematics = [remarkMath, remarkTypeset];
