import { describe, expect, it } from 'vitest';
import { barImages, gzip, idxBytes } from '../support/idx';
import { testFile as file, trainOn } from './ownImages';
import { trainFor, useBrowser } from './site';

const browser = useBrowser();
const { images, labels } = barImages(60, 6);

describe("the reader's own file", () => {
  it('becomes the data set, with its labels, gzipped or not', async () => {
    const { page, complaints, close } = await browser.open();
    await trainOn(page, [file('bars-labels.idx', labels), file('bars.idx.gz', gzip(images))]);
    await page.waitForFunction(() => window.lab.dataset?.width === 6);
    expect(await page.evaluate(() => ({ n: window.lab.dataset!.n, label: window.lab.dataset!.labels![7] }))).toEqual({
      n: 60,
      label: 1,
    });
    await trainFor(page, 20);
    await expect.poll(() => page.getByLabel('Data set', { exact: true }).inputValue()).toBe('file');
    expect(complaints).toEqual([]);
    await close();
  });

  const huge = idxBytes([60_000, 262_144, 262_144], []);
  const bad: readonly { fault: string; files: readonly { name: string; bytes: Uint8Array }[]; says: RegExp }[] = [
    {
      fault: 'a wrong magic',
      files: [{ name: 'notes.txt', bytes: new TextEncoder().encode('not images') }],
      says: /notes\.txt/,
    },
    { fault: 'a truncated file', files: [{ name: 'cut.idx', bytes: images.subarray(0, 400) }], says: /cut\.idx/ },
    {
      fault: 'labels of another count',
      files: [
        { name: 'bars.idx', bytes: images },
        { name: 'few.idx', bytes: idxBytes([3], [1, 2, 3]) },
      ],
      says: /few\.idx.*3/,
    },
    { fault: 'no images', files: [{ name: 'none.idx', bytes: idxBytes([0, 6, 6], []) }], says: /none\.idx/ },
    { fault: 'gigabytes claimed', files: [{ name: 'huge.idx', bytes: huge }], says: /huge\.idx/ },
    { fault: 'a broken gzip', files: [{ name: 'torn.gz', bytes: gzip(images).subarray(0, 30) }], says: /torn\.gz/ },
  ];

  it('is refused by name, whatever is wrong with it, and training goes on', async () => {
    const { page, complaints, close } = await browser.open();
    await trainFor(page, 10);
    for (const { fault, files, says } of bad) {
      const step = await page.evaluate(() => window.lab.frame!.step);
      await page.locator('input[type=file]').setInputFiles(files.map(({ name, bytes }) => file(name, bytes)));
      const notice = page.locator('.notice-data').filter({ hasText: says });
      await notice.waitFor();
      await expect
        .poll(() => notice.textContent(), { message: fault })
        .toContain('The running model was kept as it was.');
      expect(await page.evaluate(() => window.lab.dataset!.n), fault).toBe(1797);
      expect(await page.evaluate(() => window.lab.settings.data), fault).toBe('uci-digits');
      expect(await page.evaluate(() => window.lab.frame!.step), fault).toBeGreaterThanOrEqual(step);
      await trainFor(page, 10);
    }
    expect(complaints).toEqual([]);
    await close();
  });
});
