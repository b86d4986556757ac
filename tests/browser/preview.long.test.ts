/** A file of each kind that the page opens, as a reader opens it: seen, and trained on. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { encode } from 'fast-png';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barImages, idxBytes } from '../support/idx';
import { dialogOf, lookAt, type TestFile, takesFiles, testFile, train } from './ownImages';
import { STILL, trainFor, useBrowser } from './site';

const browser = useBrowser();

/** Bars of 60 images, of which each of the first six lies one row lower. */
const SIDE = 16;
const { images, labels } = barImages(60, SIDE);
const pixels = images.subarray(16);
const classes = labels.subarray(8);

/** A NumPy array of bytes, by the specification of its format (version 1.0). */
function npy(bytes: Uint8Array, shape: readonly number[]): Uint8Array {
  const says = `{'descr': '|u1', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`;
  const header = `${says.padEnd(117)}\n`;
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00\x76\x00', 'latin1'), Buffer.from(header), bytes]);
}

/** A table with a row an image: its class, then its pixels. */
const csv = (): string =>
  [
    ['label', ...Array.from({ length: SIDE ** 2 }, (_, i) => `pixel${i}`)].join(),
    ...[...classes].map((label, i) => [label, ...pixels.subarray(i * SIDE ** 2, (i + 1) * SIDE ** 2)].join()),
  ].join('\n');

const grey = (data: Uint8Array, width: number, height: number): Uint8Array =>
  encode({ data, width, height, channels: 1, depth: 8 });

/** The image of this index as a PNG. */
const picture = (index: number): Uint8Array =>
  grey(pixels.slice(index * SIDE ** 2, (index + 1) * SIDE ** 2), SIDE, SIDE);

/** All images in six rows of ten. */
function sheet(): Uint8Array {
  const [columns, rows] = [10, 6];
  const data = new Uint8Array(60 * SIDE ** 2);
  pixels.forEach((value, i) => {
    const [index, y, x] = [Math.floor(i / SIDE ** 2), Math.floor(i / SIDE) % SIDE, i % SIDE];
    data[((Math.floor(index / columns) * SIDE + y) * columns + (index % columns)) * SIDE + x] = value;
  });
  return grey(data, columns * SIDE, rows * SIDE);
}

/** What is trained on, after a press. */
async function trained(page: Page, dialog: Locator) {
  await train(dialog);
  await page.waitForFunction(() => window.lab.settings.data === 'file');
  await page.evaluate(() => window.lab.play());
  await trainFor(page, 20);
  return page.evaluate(() => {
    const { n, width, height, labels: known, images: all, classNames } = window.lab.dataset!;
    const ink = Array.from({ length: 3 }, (_, i) => all[i * width * height + i * width]! > 0.5);
    return { n, width, height, label: known?.[7] ?? null, ink, classNames };
  });
}

describe('the page opens', () => {
  const kinds: readonly { kind: string; files: () => readonly TestFile[]; says: string; label: number | null }[] = [
    {
      kind: 'IDX with its labels',
      files: () => [testFile('bars.idx', images), testFile('bars-labels.idx', labels)],
      says: 'IDX',
      label: 7,
    },
    {
      kind: 'a NumPy array with its labels',
      files: () => [
        testFile('bars.npy', npy(pixels, [60, SIDE, SIDE])),
        testFile('bars-labels.npy', npy(classes, [60])),
      ],
      says: 'NumPy array',
      label: 7,
    },
    {
      kind: 'rows of numbers',
      files: () => [testFile('rows.npy', npy(pixels, [60, SIDE ** 2]))],
      says: 'NumPy array',
      label: null,
    },
    { kind: 'a table', files: () => [testFile('bars.csv', Buffer.from(csv()), 'text/csv')], says: 'table', label: 7 },
    {
      kind: 'pictures',
      files: () => Array.from({ length: 60 }, (_, i) => testFile(`bar-${i}.png`, picture(i), 'image/png')),
      says: 'pictures',
      label: null,
    },
  ];

  it.each(kinds)('$kind', async ({ files, says, label }) => {
    const { page, complaints, close } = await browser.open({ hash: STILL });
    const dialog = await lookAt(page, files());
    expect(await dialog.locator('dl').innerText()).toContain(says);
    expect(await trained(page, dialog)).toMatchObject({
      n: 60,
      width: SIDE,
      height: SIDE,
      label,
      ink: [true, true, true],
    });
    expect(complaints).toEqual([]);
    await close();
  });

  it('a sheet of tiles, of the size that the reader says', async () => {
    const { page, close } = await browser.open({ hash: STILL });
    const dialog = await lookAt(page, [testFile('sheet.png', sheet(), 'image/png')]);
    const sides = dialog.getByLabel('Pixels across × down');
    await sides.fill(`${SIDE} × ${SIDE}`);
    await sides.press('Enter');
    await dialog.getByText('The first 40 of 60 images').waitFor();
    const { n, width } = await trained(page, dialog);
    expect([n, width]).toEqual([60, SIDE]);
    await close();
  });
});

describe('a folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bars-'));
    for (const [name, from] of [
      ['even', 0],
      ['odd', 1],
    ] as const) {
      await mkdir(join(folder, name));
      for (let i = from; i < 60; i += 2) await writeFile(join(folder, name, `bar-${i}.png`), picture(i));
    }
    await writeFile(join(folder, 'notes.txt'), 'not a picture');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives its folders as classes, and says what is no picture', async () => {
    const { page, close } = await browser.open({ hash: STILL });
    const choosing = page.waitForEvent('filechooser');
    await page.locator('button.open-files').click();
    await page.locator('dialog .open-folder').click();
    await (await choosing).setFiles(folder);
    const dialog = await dialogOf(page);
    expect(await dialog.locator('.preview-classes').innerText()).toMatch(/even\s*30[\s\S]*odd\s*30/);
    expect(await dialog.locator('dl').innerText()).toContain('notes.txt');
    expect(await trained(page, dialog)).toMatchObject({ n: 60, classNames: ['even', 'odd'] });
    await close();
  });
});

describe('pictures that are pasted', () => {
  /** Copies a picture as another program does, and pastes it. */
  async function paste(page: Page, index: number): Promise<void> {
    await page.evaluate(
      async (bytes) => {
        const blob = new Blob([new Uint8Array(bytes)], { type: 'image/png' });
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
      },
      [...picture(index)],
    );
    await page.keyboard.press('Control+V');
  }
  const permissions = ['clipboard-read', 'clipboard-write'];

  it('gather into a set', async () => {
    const { page, complaints, close } = await browser.open({ hash: STILL, permissions });
    await takesFiles(page);
    await paste(page, 0);
    // One alone may be a sheet of tiles as well.
    await page.locator('.preview-pictures button').waitFor();
    for (const index of [1, 2]) {
      await paste(page, index);
      await page
        .locator('dialog')
        .getByText(`Images: ${index + 1}`)
        .waitFor();
    }
    expect((await trained(page, await dialogOf(page))).n).toBe(3);
    expect(complaints).toEqual([]);
    await close();
  });

  it('go to the pad where there is one alone and the reader says so, or where the pad has the focus', async () => {
    const { page, close } = await browser.open({ hash: STILL, permissions });
    await takesFiles(page);
    await paste(page, 3);
    const dialog = await dialogOf(page);
    await dialog.getByRole('button', { name: 'Put it on the drawing pad instead' }).click();
    await page.waitForFunction(() => window.lab.pad.store.getState().drawing?.isBlank === false);
    expect(await page.evaluate(() => window.lab.settings.data)).toBe('uci-digits');
    await page.evaluate(() => window.lab.pad.clear());
    await page.locator('.draw-pad').focus();
    await paste(page, 4);
    await page.waitForFunction(() => window.lab.pad.store.getState().drawing?.isBlank === false);
    expect(await page.locator('dialog').count()).toBe(0);
    await close();
  });
});

describe('a large file', () => {
  let path: string;
  beforeAll(async () => {
    path = join(await mkdtemp(join(tmpdir(), 'large-')), 'large.idx');
    await writeFile(path, idxBytes([60_000, 28, 28], 60_000 * 784));
  });
  afterAll(() => rm(dirname(path), { recursive: true }));

  it('tells how far it is, and is left by the dialog’s button', async () => {
    const { page, complaints, close } = await browser.open();
    await page.locator('.open-files + input[type=file]').setInputFiles(path);
    const dialog = page.locator('dialog');
    await dialog.getByRole('progressbar').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => window.lab.dataset!.n)).toBe(1797);
    await trainFor(page, 10);
    expect(complaints).toEqual([]);
    await close();
  });
});
