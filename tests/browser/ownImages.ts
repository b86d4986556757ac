/** The reader's own images, opened as a reader does. */
import type { Locator, Page } from 'playwright-core';

/** What a test hands over in the place of a file. */
export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A file by name and bytes. */
export const testFile = (name: string, bytes: Uint8Array, mimeType = 'application/octet-stream'): TestFile => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

/** Chooses files with the page's button, which is fetched after the picture; resolves to the dialog that shows what is in them. */
export async function lookAt(page: Page, files: readonly TestFile[] | readonly string[]): Promise<Locator> {
  await page.locator('.open-files + input[type=file]').setInputFiles([...files] as TestFile[]);
  return dialogOf(page);
}

/** Waits for what takes files that are dropped or pasted: it is fetched after the picture, and keeps the browser from leaving the page for a file. */
export async function takesFiles(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const event = new DragEvent('dragover', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'] } });
    return !document.body.dispatchEvent(event);
  });
}

/** Drops files on an element as a reader does: they come over it, then are let go. */
export const dropOn = (target: Locator, files: readonly TestFile[]): Promise<void> =>
  target.evaluate(
    (element, dropped) => {
      const dataTransfer = new DataTransfer();
      for (const { name, mimeType, bytes } of dropped)
        dataTransfer.items.add(new File([Uint8Array.from(bytes)], name, { type: mimeType }));
      for (const kind of ['dragover', 'drop'])
        element.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    },
    files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: [...buffer] })),
  );

/** The dialog about files, once their images are shown. */
export async function dialogOf(page: Page): Promise<Locator> {
  const dialog = page.locator('dialog:has(.preview)');
  await dialog.locator('.preview[aria-busy=false] canvas').waitFor();
  return dialog;
}

/** Presses the button that begins a run, and waits until the dialog has gone. */
export async function train(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: /^(Train on these|用这些训练)$/ }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Chooses files and trains on them as they are found. */
export async function trainOn(page: Page, files: readonly TestFile[] | readonly string[]): Promise<void> {
  await train(await lookAt(page, files));
}
