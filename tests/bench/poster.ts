/** The picture that stands in for the lab until its program has come: the plane and the grid of a trained model. */
import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

export const POSTERS = [
  { colorScheme: 'light', path: 'public/poster.webp' },
  { colorScheme: 'dark', path: 'public/poster-dark.webp' },
] as const;

/** Steps after which a VAE of the digits looks as it does in the end. */
const STEPS = 15_000;

/** Pixels of a side of each half, and between the halves. */
const SIDE = 560;
const GAP = 64;

/**
 * Pictures of the plane and the grid of a trained model, as base64 of PNG.
 * @param page one that trains, as wide as it takes to have both larger than they are needed
 */
export async function takeHalves(page: Page): Promise<string[]> {
  await page.waitForFunction((steps) => window.lab.frame!.step > steps, STEPS, { timeout: 110_000 });
  await page.evaluate(() => window.lab.pause());
  await page.waitForFunction(() => !window.lab.frame!.training);
  const halves = [];
  for (const selector of ['.plane-stage', '.grid canvas']) {
    halves.push((await page.locator(selector).screenshot()).toString('base64'));
  }
  return halves;
}

/** @param page as in `takeHalves` */
export async function takePoster(page: Page, path: string): Promise<void> {
  const halves = await takeHalves(page);
  const encoded = await page.evaluate(
    async ([pictures, side, gap]) => {
      const canvas = document.createElement('canvas');
      canvas.width = 2 * side + gap;
      canvas.height = side;
      const context = canvas.getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      context.fillStyle = getComputedStyle(document.querySelector('.plane-stage')!).backgroundColor;
      context.fillRect(0, 0, canvas.width, canvas.height);
      for (const [i, picture] of pictures.entries()) {
        const image = new Image();
        image.src = `data:image/png;base64,${picture}`;
        await image.decode();
        context.drawImage(image, i * (side + gap), 0, side, side);
      }
      return canvas.toDataURL('image/webp', 0.8).split(',')[1]!;
    },
    [halves, SIDE, GAP] as const,
  );
  await writeFile(path, Buffer.from(encoded, 'base64'));
}
