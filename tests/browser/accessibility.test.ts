import { describe, expect, inject, it } from 'vitest';
import { objections, openWithLayers } from './objections';
import { useBrowser } from './site';
import { objectionsUnfolded } from './unfolded';

const browser = useBrowser();

describe('axe', () => {
  it('finds nothing to object to with all that is opened', async () => {
    expect(await objectionsUnfolded(browser, {}, false)).toEqual([]);
  });

  it('finds nothing to object to with every layer of the plane on', async () => {
    const { page, close } = await openWithLayers(browser);
    expect(await objections(page, '.lab-panels')).toEqual([]);
    await close();
  });

  it('finds nothing to object to in an embedded figure', async () => {
    const { page, close } = await browser.open({
      url: `${inject('siteUrl')}embed.html`,
      hash: '#play=0&b=-1',
      viewport: { width: 640, height: 900 },
    });
    await page.locator('.notice').waitFor();
    expect(await objections(page)).toEqual([]);
    await close();
  });
});
