/** What of the pins is taken along. */
import { expect, it } from 'vitest';
import { STILL, useBrowser } from './site';

const browser = useBrowser();

it('the plane and the panel are taken along with the path and the arrows', async () => {
  const { page, complaints, close } = await browser.open({
    hash: `${STILL}&e=simd&p=2,1;-2,1;0,-2,seven&y=path,arithmetic`,
  });
  await page.locator('.path-images canvas[data-step="0"]').waitFor();
  await page.locator('.arrow').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const saved = async (name: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const stream = await (await download).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return Buffer.concat(parts).toString();
  };
  const plane = await saved('SVG: Latent plane');
  for (const name of ['A', 'B', 'seven', 'A − B + seven']) expect(plane).toContain(`>${name}</text>`);
  // The line of the path, two arrows; not what only takes pointers.
  const d = (await page.locator('.path-line').getAttribute('d'))!;
  expect(plane.split(`d="${d}"`)).toHaveLength(2);
  for (const arrow of await page.locator('.arrow').all())
    expect(plane).toContain(`d="${await arrow.getAttribute('d')}"`);
  const panel = await saved('SVG: Path and arithmetic');
  expect(panel).toContain('Path A → B → seven');
  expect(panel.match(/<image/g)).toHaveLength(6);
  expect(complaints).toEqual([]);
  await close();
});
