/** The page's icons in the sizes and forms that browsers and systems ask for, all drawn from icon.svg. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { PAPER } from '../../site/installed';

interface Icon {
  readonly file: string;
  readonly side: number;
  /** Share of the side that the drawing takes up. */
  readonly share: number;
  /** Colour behind it; none leaves it transparent. */
  readonly ground: string | null;
}

const plain = (file: string, side: number): Icon => ({ file, side, share: 1, ground: null });

const ICONS: readonly Icon[] = [
  plain('icon-192.png', 192),
  plain('icon-512.png', 512),
  // Systems cut these to shapes of their own: a circle of four fifths of the side is kept by all of them.
  { file: 'icon-maskable-192.png', side: 192, share: 0.74, ground: PAPER.light },
  { file: 'icon-maskable-512.png', side: 512, share: 0.74, ground: PAPER.light },
  { file: 'apple-touch-icon.png', side: 180, share: 0.84, ground: PAPER.light },
];

const FAVICON_SIDES = [16, 32, 48];

export async function takeIcons(page: Page): Promise<void> {
  const svg = await readFile('public/icon.svg', 'base64');
  const draw = async ({ side, share, ground }: Omit<Icon, 'file'>): Promise<Buffer> => {
    const encoded = await page.evaluate(
      async ([source, size, part, colour]) => {
        const image = new Image();
        image.src = `data:image/svg+xml;base64,${source}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = size;
        canvas.height = size;
        const context = canvas.getContext('2d')!;
        if (colour !== null) {
          context.fillStyle = colour;
          context.fillRect(0, 0, size, size);
        }
        const edge = (size * (1 - part)) / 2;
        context.drawImage(image, edge, edge, size * part, size * part);
        return canvas.toDataURL('image/png').split(',')[1]!;
      },
      [svg, side, share, ground] as const,
    );
    return Buffer.from(encoded, 'base64');
  };
  for (const { file, ...icon } of ICONS) await writeFile(`public/${file}`, await draw(icon));
  const pictures = await Promise.all(FAVICON_SIDES.map((side) => draw(plain('', side))));
  await writeFile('public/favicon.ico', ico(pictures.map((png, k) => ({ side: FAVICON_SIDES[k]!, png }))));
}

const HEADER = 6;
const ENTRY = 16;

/** Several pictures in one file: https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10) */
function ico(pictures: readonly { readonly side: number; readonly png: Buffer }[]): Buffer {
  const head = Buffer.alloc(HEADER + ENTRY * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let place = head.length;
  for (const [k, { side, png }] of pictures.entries()) {
    const at = HEADER + ENTRY * k;
    head.writeUInt8(side, at);
    head.writeUInt8(side, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(place, at + 12);
    place += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}
