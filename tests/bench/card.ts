/** The picture on a card of a link to the page: its title, the plane and the grid of a trained model. */
import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { en, type Words } from '../../src/text/en';
import { zh } from '../../src/text/zh';
import { takeHalves } from './poster';

interface Card {
  readonly words: Words;
  readonly path: string;
  /** The title, as it is broken into lines. */
  readonly lines: readonly string[];
  readonly family: string;
}

const SERIF = '"Source Serif 4 Variable", "Songti SC", "Noto Serif CJK SC", serif';

export const CARDS: readonly Card[] = [
  {
    words: en,
    path: 'public/card-en.jpg',
    lines: ['The geometry', 'of a variational', 'autoencoder'],
    family: SERIF,
  },
  { words: zh, path: 'public/card-zh.jpg', lines: ['变分自编码器', '的几何'], family: SERIF },
];

/** @param page as for the poster */
export async function takeCard(page: Page, { path, lines, family }: Card): Promise<void> {
  const halves = await takeHalves(page);
  const encoded = await page.evaluate(
    async ([pictures, text, font]) => {
      const [WIDTH, HEIGHT, MARGIN, PLANE, GRID, LINE] = [1200, 630, 56, 566, 280, 68];
      const canvas = document.createElement('canvas');
      canvas.width = WIDTH;
      canvas.height = HEIGHT;
      const context = canvas.getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      const colour = (selector: string, name: 'backgroundColor' | 'color'): string =>
        getComputedStyle(document.querySelector(selector)!)[name];
      context.fillStyle = colour('.plane-stage', 'backgroundColor');
      context.fillRect(0, 0, WIDTH, HEIGHT);
      const images = await Promise.all(
        pictures.map(async (picture) => {
          const image = new Image();
          image.src = `data:image/png;base64,${picture}`;
          await image.decode();
          return image;
        }),
      );
      const [plane, grid] = images;
      const [x, y] = [WIDTH - PLANE - 32, (HEIGHT - PLANE) / 2];
      context.drawImage(plane!, x, y, PLANE, PLANE);
      // Its panel begins with a line.
      context.fillRect(x, y, PLANE, 4);
      context.drawImage(grid!, MARGIN - 6, HEIGHT - 46 - GRID, GRID, GRID);
      context.fillStyle = colour('h1', 'color');
      context.font = `600 58px ${font}`;
      await document.fonts.load(context.font, text.join(''));
      for (const [k, line] of text.entries()) context.fillText(line, MARGIN, MARGIN + 54 + k * LINE);
      return canvas.toDataURL('image/jpeg', 0.88).split(',')[1]!;
    },
    [halves, lines, family] as const,
  );
  await writeFile(path, Buffer.from(encoded, 'base64'));
}
