/** What axe objects to on the page (https://github.com/dequelabs/axe-core). */
import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { LAYERS } from '../../src/state/planeLayers';
import { type OpenOptions, type OpenPage, STILL, type useBrowser } from './site';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

export const CHINESE_PHONE: OpenOptions = { locale: 'zh-CN', viewport: { width: 360, height: 740 } };

type Scheme = 'light' | 'dark';

/** What axe objects to in a part of the page by light, and in the dark, where only the contrast of colours is another. */
export async function objections(
  page: Page,
  part = 'html',
  schemes: readonly Scheme[] = ['light', 'dark'],
): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
    // What is found to be in order is not listed, which would take as long as to find it.
    const options: RunOptions = { resultTypes: ['violations'] };
    if (colorScheme === 'dark') options.runOnly = ['color-contrast'];
    const { violations } = await page.evaluate(([selector, how]) => window.axe.run(selector, how), [
      part,
      options,
    ] as const);
    for (const { id, nodes } of violations) {
      found.push(...nodes.map(({ target }) => `${id} (${colorScheme}): ${target.join(' ')}`));
    }
  }
  return found;
}

/** A page with every layer of the plane on, and pins that a path leads through. */
export async function openWithLayers(
  browser: ReturnType<typeof useBrowser>,
  options: OpenOptions = {},
): Promise<OpenPage> {
  const opened = await browser.open({
    hash: `${STILL}&e=simd&y=${LAYERS.join(',')}&p=-1,0.5;1,-0.5;0,2`,
    ...options,
  });
  await opened.page.evaluate(() => window.lab.step(50));
  for (const part of ['.geodesic-way', '.key-gaps', '.sum-line', '.pin-list'])
    await opened.page.locator(part).first().waitFor();
  return opened;
}
