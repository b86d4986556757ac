import type { Page } from 'playwright-core';
import { FIGURES } from '../../src/figures/table';

/** Has every figure of the page come, with all of its parts; what is folded stays folded, and asks for nothing. */
export async function mountAll(page: Page): Promise<void> {
  for (const id of Object.keys(FIGURES)) {
    await page.waitForFunction((each) => {
      const figure = document.getElementById(each);
      // Again each time: what is above it may have grown.
      figure?.scrollIntoView({ behavior: 'instant' });
      return figure !== null && figure.querySelector('.figure-place, [aria-busy="true"]') === null;
    }, id);
  }
}
