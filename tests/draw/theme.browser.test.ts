import { afterEach, describe, expect, it } from 'vitest';
import { css, themeOf } from '../../src/draw/theme';
import '../../src/styles.css';

const root = document.documentElement;

afterEach(() => {
  delete root.dataset.theme;
  document.body.replaceChildren();
});

describe.each([
  { theme: 'light', dark: false },
  { theme: 'dark', dark: true },
])('the style sheet in the $theme', ({ theme, dark }) => {
  it.each([
    ['paper', 'panel'],
    ['ink', 'ink'],
    ['prior', 'prior'],
  ] as const)('has the %s of the painters in --%s', (colour, variable) => {
    root.dataset.theme = theme;
    const [here, there] = [`var(--${variable})`, css(themeOf(dark)[colour])].map((value) => {
      const element = document.createElement('i');
      element.style.color = value;
      document.body.append(element);
      return getComputedStyle(element).color;
    });
    expect(here).toBe(there);
  });
});
