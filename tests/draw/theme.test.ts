import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { css, themeOf } from '../../src/draw/theme';

const sheet = readFileSync(new URL('../../src/styles.css', import.meta.url), 'utf8');

/** Both colours of a variable of the style sheet. */
function variable(name: string): string[] {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(sheet)!;
  return [light!, dark!].map((hex) => {
    const value = Number.parseInt(hex.slice(1), 16);
    return css([value >> 16, (value >> 8) & 255, value & 255]);
  });
}

describe('painters and the style sheet', () => {
  it.each([
    ['paper', 'panel'],
    ['ink', 'ink'],
  ] as const)('agree on the %s of pictures', (colour, name) => {
    expect([css(themeOf(false)[colour]), css(themeOf(true)[colour])]).toEqual(variable(name));
  });
});
