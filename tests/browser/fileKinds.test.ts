/** Files of images that other programs wrote, one kind after the other, given as a reader gives them. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { WRITTEN } from '../support/ownFiles';
import { dialogOf, dropOn, lookAt, takesFiles, testFile, train } from './ownImages';
import { STILL, trainFor, useBrowser } from './site';

const browser = useBrowser();

interface Given {
  /** Of tests/fixtures/files.py. */
  readonly file: string;
  readonly by: 'drop' | 'button';
  readonly takenFor: string;
  readonly n: number;
  /** Pixels across and down. */
  readonly size: string;
  /** Every class and its images, as the dialog lists them. */
  readonly classes: readonly (readonly [name: string, images: number])[];
  readonly labels: readonly number[];
}

/** What two of the files have in them. */
const NUMBERED = {
  n: 3,
  size: '5 × 4',
  classes: [
    ['0', 1],
    ['7', 1],
    ['255', 1],
  ],
  labels: [7, 0, 255],
} as const;

const GIVEN: readonly Given[] = [
  {
    file: 'deflated.zip',
    by: 'drop',
    takenFor: 'a zip of pictures',
    n: 4,
    size: '5 × 4',
    classes: [
      ['cat', 2],
      ['dog', 2],
    ],
    // The pictures are 8 to 11, in turn in one folder and the other, and come folder by folder.
    labels: [0, 0, 1, 1],
  },
  { file: 'deflated.npz', by: 'button', takenFor: 'a NumPy archive', ...NUMBERED },
  { file: 'images.safetensors', by: 'drop', takenFor: 'tensors', ...NUMBERED },
  {
    // With a header, of which a column is no pixel and another the class.
    file: 'quoted.csv',
    by: 'button',
    takenFor: 'a table',
    n: 3,
    size: '4 × 4',
    classes: [
      ['a "quoted" name', 1],
      ['a,b', 1],
      ['b', 1],
    ],
    labels: [0, 2, 1],
  },
];

/** The names of the classes on the plane, each with its colour. */
const namesOnPlane = (page: Page): Promise<(readonly [name: string, colour: string])[]> =>
  page
    .locator('.plane .class-name')
    .evaluateAll((names) =>
      names.map((name) => [name.textContent!.replace(/\s+/g, ' '), getComputedStyle(name).fill] as const),
    );

it('files of each kind are shown, trained on, and have the colours of their classes', async () => {
  const { page, complaints, close } = await browser.open({ hash: `${STILL}&b=1&s=1&y=points,ellipses,classes` });
  await takesFiles(page);
  for (const { file, by, takenFor, n, size, classes, labels } of GIVEN) {
    const given = [testFile(file, WRITTEN.get(file)!)];
    if (by === 'drop') await dropOn(page.locator('.drop-zone').first(), given);
    const dialog = by === 'drop' ? await dialogOf(page) : await lookAt(page, given);
    await dialog.getByText(`Images: ${n}`, { exact: true }).waitFor();
    const facts = await dialog.locator('dl').innerText();
    expect(facts, file).toContain(takenFor);
    expect(facts, file).toContain(size);
    const listed = (await dialog.locator('.preview-classes li').allInnerTexts()).map((text) =>
      text.replace(/\s+/g, ' '),
    );
    expect(listed, file).toEqual(classes.map(([name, images]) => `${name} ${images}`));

    await train(dialog);
    await page.waitForFunction((expected) => window.lab.dataset?.labels?.join() === expected, labels.join());
    expect(await page.evaluate(() => window.lab.settings.data)).toBe('file');
    await page.evaluate(() => window.lab.play());
    await trainFor(page, 20);
    const names = () => namesOnPlane(page).then((all) => all.map(([name]) => name).toSorted());
    await expect.poll(names, { message: file }).toEqual(classes.map(([name]) => name).toSorted());
    expect(new Set((await namesOnPlane(page)).map(([, colour]) => colour)).size, file).toBe(classes.length);
    await page.evaluate(() => window.lab.pause());
  }
  expect(complaints).toEqual([]);
  await close();
});
