/** The texts of the article as they are rendered, and what they have in them besides prose. */
import { type ComponentType, createElement, Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { SectionText } from '../../src/article/section';

/** One element of a text, in its order. */
export interface Element {
  /** As the text calls it: `Set`, `Figure`, … */
  readonly name: string;
  /** What it is given, without its own text. */
  readonly props: Readonly<Record<string, unknown>>;
  /** Its own text, without marks. */
  readonly text: string;
}

export interface Rendered {
  /** All words, without marks and formulas. */
  readonly text: string;
  readonly elements: readonly Element[];
  /** What each figure has in its caption. */
  readonly captions: readonly { readonly of: unknown; readonly elements: readonly Element[] }[];
}

/** The elements that the parts of an article are, in the order in which a text may have them. */
const NAMES = [
  'Claim',
  'Diagram',
  'Figure',
  'Formula',
  'Note',
  'Predict',
  'Reading',
  'Set',
  'Show',
  'Source',
  'Symbols',
];

const wordsOf = (node: ReactNode): string =>
  renderToStaticMarkup(createElement(Fragment, null, node))
    .replace(/<[^>]*>/g, '')
    .replace(/&\w+;|&#\w+;/g, ' ');

/** Renders a text with elements that write down what they are given. An element that the article has not is an error. */
export function renderText({ default: Text }: SectionText): Rendered {
  const elements: Element[] = [];
  const captions: { of: unknown; elements: Element[] }[] = [];
  const recorder =
    (name: string): ComponentType<Record<string, unknown>> =>
    ({ children, ...props }) => {
      const before = elements.length;
      elements.push({ name, props, text: name === 'Formula' ? '' : wordsOf(children as ReactNode) });
      // Its words have been rendered by themselves, and written down what is in them.
      if (name === 'Figure') captions.push({ of: props.id, elements: elements.slice(before, -1) });
      return createElement(Fragment, null, children as ReactNode);
    };
  const components = Object.fromEntries(NAMES.map((name) => [name, recorder(name)]));
  const text = wordsOf(createElement(Text, { components }));
  return { text, elements, captions };
}

/** What a formula was typeset from. */
export const texOf = ({ props }: Element): string =>
  /<annotation encoding="application\/x-tex">([^<]*)</.exec(props.html as string)![1]!;
