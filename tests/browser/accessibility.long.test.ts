/** What axe finds on a phone with all layers of the plane on: they are those of the desktop, in another frame. */
import { expect, it } from 'vitest';
import { CHINESE_PHONE, objections, openWithLayers } from './objections';
import { useBrowser } from './site';

const browser = useBrowser();

it('finds nothing to object to', async () => {
  const { page, close } = await openWithLayers(browser, CHINESE_PHONE);
  expect(await objections(page, '.lab-panels')).toEqual([]);
  await close();
});
