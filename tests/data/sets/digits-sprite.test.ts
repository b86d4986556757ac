import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSprite } from '../../../src/data/sets/sprite';
import { DIGITS, parseDigits } from '../../support/sprites/digits';
import { spriteJson, spritePng } from '../../support/sprites/sprite';

const source = process.env.DIGITS_CSV;
const published = new URL('../../../public/data/', import.meta.url);

describe.skipIf(!source)('the shipped digits against their source', () => {
  it('are what the build script makes of it', () => {
    const digits = parseDigits(readFileSync(source!, 'utf8'));
    const png = spritePng(digits, DIGITS);
    const json = spriteJson(digits, DIGITS);
    if (process.env.WRITE === '1') {
      writeFileSync(new URL('uci-digits.png', published), png);
      writeFileSync(new URL('uci-digits.json', published), json);
    }
    const shippedPng = readFileSync(new URL('uci-digits.png', published));
    expect(shippedPng.equals(png)).toBe(true);
    expect(readFileSync(new URL('uci-digits.json', published), 'utf8')).toBe(json);

    const read = readSprite('uci-digits', shippedPng, new TextEncoder().encode(json));
    expect(read.labels).toEqual(digits.labels);
    expect(read.images).toEqual(Float32Array.from(digits.pixels, (v) => v / 16));
  });
});
