import { describe, expect, it } from 'vitest';
import { joined, setAttributes, svgElement } from '../../src/draw/svg';

const group = (): SVGGElement => svgElement('g');

const paint = (parent: Element, keys: readonly string[], what = 'marks'): SVGTextElement[] =>
  joined(parent, what, keys, String, (key) => {
    const text = svgElement('text');
    text.textContent = key;
    return text;
  });

const texts = (parent: Element): string[] => [...parent.children].map(({ textContent }) => textContent);

describe('joined elements', () => {
  it('are kept by their keys, made where they are new, and removed where they are gone', () => {
    const parent = group();
    const [a, b] = paint(parent, ['a', 'b']);
    const [, , c] = paint(parent, ['a', 'b', 'c']);
    expect(paint(parent, ['b', 'c'])).toEqual([b, c]);
    expect(a!.isConnected || a!.parentNode !== null).toBe(false);
    expect(texts(parent)).toEqual(['b', 'c']);
  });

  it('stand in the order of the data, wherever new ones come in', () => {
    const parent = group();
    paint(parent, ['c']);
    paint(parent, ['a', 'c', 'e']);
    paint(parent, ['a', 'b', 'c', 'd', 'e']);
    expect(texts(parent)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('of several kinds do not meet in one parent', () => {
    const parent = group();
    paint(parent, ['a'], 'one');
    paint(parent, ['x', 'y'], 'other');
    paint(parent, ['a', 'b'], 'one');
    expect(texts(parent)).toEqual(['a', 'b', 'x', 'y']);
    paint(parent, [], 'one');
    expect(texts(parent)).toEqual(['x', 'y']);
  });
});

it('attributes are written where they change, and taken away by null', async () => {
  const element = svgElement('circle', { r: 3, cx: 1 });
  const written: (string | null)[] = [];
  const observer = new MutationObserver((records) => written.push(...records.map((record) => record.attributeName)));
  observer.observe(element, { attributes: true });
  setAttributes(element, { r: 3, cx: 2, cy: null });
  await Promise.resolve();
  setAttributes(element, { cx: null });
  await Promise.resolve();
  expect(written).toEqual(['cx', 'cx']);
  expect(element.hasAttribute('cx')).toBe(false);
});
