import type { Page } from 'playwright-core';

/** Has sections laid out wherever they are, and all of their type fetched. @returns what leaves it to the page again */
export async function layOut(page: Page, selector: string): Promise<() => Promise<void>> {
  const sections = page.locator(selector);
  await sections.evaluateAll(async (all) => {
    for (const section of all) (section as HTMLElement).style.contentVisibility = 'visible';
    // To ask for a size has them laid out, and their fonts asked for.
    document.documentElement.getBoundingClientRect();
    await document.fonts.ready;
  });
  return () =>
    sections.evaluateAll((all) => {
      for (const section of all) (section as HTMLElement).style.contentVisibility = '';
    });
}
