import { errors, type Page } from 'playwright-core';
import { FIGURES } from '../../src/figures/table';

/** What of a figure has yet to come. */
export const NOT_YET = '.figure-place, [aria-busy="true"]';

/**
 * Stays at a figure of the page until all of its parts have come; what is folded stays folded, and asks for nothing.
 * @throws Error that names the figure and what did not come of it
 */
export async function mountFigure(page: Page, id: string): Promise<void> {
  try {
    await page.waitForFunction(
      ([name, missing]) => {
        const figure = document.getElementById(name);
        // Again each time: what is above it may have grown.
        figure?.scrollIntoView({ behavior: 'instant' });
        return figure !== null && figure.querySelector(missing) === null;
      },
      [id, NOT_YET] as const,
      // A busy machine is no failure.
      { timeout: 120_000 },
    );
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    const missing = await page
      .locator(`#${id}`)
      .locator(NOT_YET)
      .evaluateAll((all) => all.map((each) => `.${each.className} in .${each.parentElement!.className}`));
    throw new Error(`The figure ${id} did not come: ${missing.join(', ') || 'it is not on the page'}`, {
      cause: error,
    });
  }
}

/** Has every figure of the page come, with all of its parts. */
export async function mountAll(page: Page): Promise<void> {
  for (const id of Object.keys(FIGURES)) await mountFigure(page, id);
}
