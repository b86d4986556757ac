/** Files of the reader's as they are seen before they are trained on, on the page that is published. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barImages } from '../support/idx';
import { WRITTEN } from '../support/ownFiles';
import { objections } from './objections';
import { dialogOf, lookAt, takesFiles, testFile, train } from './ownImages';
import { STILL, trainFor, useBrowser } from './site';

const browser = useBrowser();
const { images, labels } = barImages(60, 14);
const bars = [testFile('bars.idx', images), testFile('bars-labels.idx', labels)];
/** With a header, an index and a column of classes: of no other files there are more choices. */
const table = [testFile('quoted.csv', WRITTEN.get('quoted.csv')!, 'text/csv')];

/** Runs of the page, and the images that they are of. */
const trainedOn = (page: Page) =>
  page.evaluate(() => {
    const { dataset, settings } = window.lab;
    const { n, width, height } = dataset!;
    return { n, width, height, data: settings.data, first: dataset!.images[0] };
  });

describe('files before they are trained on', () => {
  it('are shown with what is known of them, follow the choices, and become what was shown', async () => {
    const { page, complaints, close } = await browser.open();
    await trainFor(page, 10);
    const dialog = await lookAt(page, bars);
    await dialog.getByText('The first 40 of 60 images').waitFor();
    await expect.poll(() => dialog.locator('dl').innerText()).toMatch(/14 × 14[\s\S]*0 to 255/);
    await expect.poll(() => dialog.locator('.preview-classes li').count()).toBe(14);
    const steps = await page.evaluate(() => window.lab.frame!.step);
    // Training goes on behind the dialog, on what there was.
    await trainFor(page, 10);
    expect(await page.evaluate(() => window.lab.dataset!.n)).toBe(1797);
    expect(await page.evaluate(() => window.lab.frame!.step)).toBeGreaterThan(steps);

    await dialog.getByLabel('Invert').check();
    await dialog.getByLabel('Bring them to').selectOption('8 × 8');
    await dialog.getByLabel('Images at most').fill('50');
    await dialog.getByLabel('Transpose').check();
    await dialog.getByText('The first 40 of 50 images').waitFor();
    await dialog.getByText('14 × 14, brought to 8 × 8').waitFor();
    await train(dialog);
    await page.waitForFunction(() => window.lab.dataset?.n === 50);
    const { first, ...rest } = await trainedOn(page);
    expect(rest).toEqual({ n: 50, width: 8, height: 8, data: 'file' });
    // The first bar lies along the upper edge, 1 of 1.75 rows: inverted it is light, and transposed it lies along the left.
    expect(first).toBeLessThan(0.6);
    const column = await page.evaluate(() => [0, 8, 16, 4, 5].map((i) => window.lab.dataset!.images[i]!));
    expect(column.slice(0, 3).every((value) => value < 0.6)).toBe(true);
    expect(column.slice(3).every((value) => value === 1)).toBe(true);
    expect(await page.evaluate(() => window.lab.settings.transposed)).toBe(true);
    await trainFor(page, 20);
    expect(complaints).toEqual([]);
    await close();
  });

  it('change nothing when they are put away, by its button or by Escape', async () => {
    const { page, complaints, close } = await browser.open({ hash: STILL });
    for (const leave of ['button', 'Escape'] as const) {
      await page.locator('button.open-files').focus();
      const dialog = await lookAt(page, bars);
      if (leave === 'Escape') await page.keyboard.press('Escape');
      else await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement!.className), leave).toContain('open-files');
      expect(await trainedOn(page)).toMatchObject({ n: 1797, data: 'uci-digits' });
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('are dropped in their folder', async () => {
    const { page, close } = await browser.open({ hash: STILL });
    await takesFiles(page);
    await page
      .locator('.drop-zone')
      .first()
      .evaluate(
        (zone, bytes) => {
          const file = new File([new Uint8Array(bytes)], 'bars.idx');
          const entry = {
            isDirectory: false,
            fullPath: '/set/bars.idx',
            file: (take: (file: File) => void) => take(file),
          };
          const parts = [[entry], []];
          const folder = {
            isDirectory: true,
            createReader: () => ({ readEntries: (take: (part: unknown[]) => void) => take(parts.shift()!) }),
          };
          const event = new DragEvent('drop', { bubbles: true, cancelable: true });
          const items = [{ webkitGetAsEntry: () => folder }];
          Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [], items } });
          zone.dispatchEvent(event);
        },
        [...images],
      );
    const dialog = await dialogOf(page);
    await expect.poll(() => dialog.locator('dl').innerText()).toContain('60');
    await close();
  });

  it.each([
    {
      name: 'English, on a desktop and narrow',
      locale: 'en-US',
      sizes: [
        [1280, 800],
        [300, 600],
      ],
    },
    { name: 'Chinese, on a phone', locale: 'zh-CN', sizes: [[390, 740]] },
  ] as const)('leave axe nothing to object to, and fit: $name', async ({ locale, sizes }) => {
    const { page, close } = await browser.open({ hash: STILL, locale });
    // A table has the most choices.
    const dialog = await lookAt(page, table);
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      expect(await objections(page, 'dialog')).toEqual([]);
      const { scrollWidth, clientWidth } = await dialog.evaluate(({ scrollWidth, clientWidth }) => ({
        scrollWidth,
        clientWidth,
      }));
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
      // The buttons are in reach without scrolling.
      for (const button of await dialog.locator('.preview-foot button').all())
        expect(await button.boundingBox()).toSatisfy(
          (box: { y: number; height: number }) => box.y >= 0 && box.y + box.height <= height,
        );
    }
    await close();
  });
});
