import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawFaces, faceFiles, installFonts } from '../../support/sprites/typefaces/build';

const fonts = process.env.FONTS;
const published = new URL('../../../public/data/', import.meta.url);

it.skipIf(!fonts)('the shipped typefaces are what the build script makes of the fonts', { timeout: 1_800_000 }, () => {
  const files = faceFiles(drawFaces(installFonts(fonts!)));
  if (process.env.WRITE === '1') {
    rmSync(new URL('faces', published), { recursive: true, force: true });
    mkdirSync(new URL('faces', published));
    for (const [path, bytes] of files) writeFileSync(new URL(path, published), bytes);
  }
  for (const [path, bytes] of files) {
    expect(Buffer.compare(readFileSync(new URL(path, published)), bytes), path).toBe(0);
  }
});
