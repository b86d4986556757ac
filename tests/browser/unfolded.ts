/** The page with all that it has opened, part by part, and what axe objects to on the way. */
import { objections } from './objections';
import { type OpenOptions, planeBox, STILL, type useBrowser } from './site';

/** @param isPhone whether one panel below the decoded grid closes the others */
export async function objectionsUnfolded(
  browser: ReturnType<typeof useBrowser>,
  options: OpenOptions,
  isPhone: boolean,
): Promise<string[]> {
  // Shapes have factors. An address that is not understood puts a notice on the page as well.
  const hash = `${STILL}&b=-1&d=shapes&dv=shape.size.x&dn=600&px=8&co=size`;
  const { page, close } = await browser.open({ hash, ...options });
  await page.locator('button.open-files').click();
  await page.locator('dialog .open-form').waitFor();
  const found = await objections(page, 'dialog');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  // Some have their titles fetched after the picture.
  await page.locator('details.staged').nth(2).waitFor({ state: 'attached' });
  const panels = page.locator('details.staged');
  for (const panel of await panels.all()) {
    await panel.evaluate((details) => {
      (details as HTMLDetailsElement).open = true;
    });
    await panel.locator('.slow-images, .noise-code[data-step], .prior-tiles').waitFor();
    if (isPhone) found.push(...(await objections(page, 'details.staged[open]')));
  }
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not(.staged)')) details.open = true;
  });
  await page.locator('.questions-body').waitFor();
  await page.locator('.factors table').waitFor();
  await page.locator('.about-images-body').waitFor();
  await page.locator('.curve svg .series').first().waitFor({ state: 'attached' });
  const plane = await planeBox(page);
  // Far from all centres: a click on one selects its image.
  await page.mouse.click(plane.x + 0.4 * plane.size, plane.y - 0.4 * plane.size);
  await page.locator('.pin').waitFor();
  await page.getByRole('button', { name: /^(Layers|图层)$/ }).click();
  await page.locator('.layer').first().waitFor();
  await page.locator('.prose h2').first().waitFor();
  await page.evaluate(() => window.lab.pad.draw(3));
  await page.locator('.drawn-after .centre').waitFor();
  await page.evaluate(() => window.lab.selection.select(17));
  await page.locator('.sample [data-step]').first().waitFor();
  await page.locator('.sample .evidence summary').click();
  await page.locator('.sample .evidence [data-step]').waitFor();
  found.push(...(await objections(page)));
  await close();
  return found;
}
