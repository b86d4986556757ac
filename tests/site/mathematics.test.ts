import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formulaRules, typeset } from '../../site/mathematics';
import { onlyShipped } from '../../site/mathFonts';

describe('a formula', () => {
  it('has marks for the eye, and MathML with what it was typeset from', () => {
    const html = typeset('\\R + \\B\\K', true);
    expect(html).toContain('<math ');
    expect(html).toContain('>\\R + \\B\\K</annotation>');
    expect(html).toContain('katex-display');
  });

  it('has the hues of what it speaks of, as classes', () => {
    const html = typeset('\\R + \\B\\K', false);
    expect(html.match(/hue-reconstruction/g)).toHaveLength(1);
    expect(html.match(/hue-prior/g)).toHaveLength(2);
  });

  it('has no style in an element: every one is a class with a rule', () => {
    const html = typeset('\\frac{\\bar q(z)}{\\sqrt{2\\pi}\\,\\sigma^2}', true);
    expect(html).not.toContain('style=');
    const classes = [...new Set(html.match(/\bf-[0-9a-f]{8}\b/g))];
    expect(classes.length).toBeGreaterThan(4);
    for (const name of classes) expect(formulaRules()).toMatch(new RegExp(`^\\.${name}\\{[^}]+!important;\\}$`, 'm'));
  });

  it.each([
    ['\\nosuch', /nosuch/],
    ['\\frac{1}', /EOF|end of input/],
    ['\\htmlClass{elsewhere}{x}', /trust/],
    ['\\href{https://example.org}{x}', /trust/],
    ['\\mathsf{x}', /needs the font SansSerif, which is not shipped/],
    ['\\boldsymbol{\\mu}', /needs the font Math-BoldItalic/],
    ['\\mathbf{x}', /needs the font Main-Bold/],
    ['\\bigg(x\\bigg)', /needs the font Size3-Regular/],
    ['\\Bigg(x\\Bigg)', /needs the font Size4-Regular/],
    ['\\left\\{\\begin{matrix}1\\\\1\\\\1\\\\1\\end{matrix}\\right.', /needs the font Size4-Regular/],
  ])('%s fails the build', (tex, says) => {
    expect(() => typeset(tex, false)).toThrow(says);
  });
});

describe('the fonts of formulas', () => {
  const sheet = readFileSync(resolve(import.meta.dirname, '../../node_modules/katex/dist/katex.css'), 'utf8');

  it('are those that are shipped, in one format', () => {
    const kept = onlyShipped(sheet);
    expect(kept.match(/@font-face/g)).toHaveLength(6);
    expect(kept).not.toMatch(/\.woff\b|\.ttf/);
    expect(kept).toContain('.katex');
  });

  it('are missed where the sheet has them no more', () => {
    expect(() => onlyShipped(sheet.replaceAll('KaTeX_Size2-Regular', 'KaTeX_Other'))).toThrow('no Size2-Regular');
  });
});
