/** How high the figures of the article are, each as it is by itself, without the place that is kept for it. */
import type { Page } from 'playwright-core';

/** Frames in a row that show no change once all is there. */
const CALM = 40;

/** At one width of the text: of each figure, by its id, the height, px. */
export interface Heights {
  readonly width: number;
  readonly of: Readonly<Record<string, number>>;
}

const FIGURES = '.figure-frame > .figure';

/** Scrolls to a figure until its parts have been mounted: what is above it may still grow, and move it away. */
export async function mount(page: Page, id: string): Promise<void> {
  await page.evaluate(async (name) => {
    const figure = () => document.getElementById(name)!;
    do {
      figure().scrollIntoView();
      await new Promise(requestAnimationFrame);
    } while (figure().querySelector('.figure-place') !== null);
  }, id);
}

/** The heights once they have ceased to change. */
const settled = (page: Page): Promise<Heights> =>
  page.evaluate(
    async ([figures, frames]) => {
      const all = [...document.querySelectorAll(figures)];
      let said = '';
      for (let calm = 0; calm < frames; ) {
        await new Promise(requestAnimationFrame);
        const busy = all.some((figure) => figure.querySelector('.figure-place, [aria-busy=true]') !== null);
        const now = `${busy} ${all.map((figure) => figure.clientHeight)}`;
        calm = now === said && !busy ? calm + 1 : 0;
        said = now;
      }
      return {
        width: document.querySelector('.prose')!.clientWidth,
        of: Object.fromEntries(all.map((figure) => [figure.id, figure.getBoundingClientRect().height])),
      };
    },
    [FIGURES, CALM] as const,
  );

/**
 * Mounts all figures of the article, and measures them at each width.
 * @param page that has been opened with `bypassCSP`
 * @param windows widths of the window, px
 */
export async function measureHeights(page: Page, windows: readonly number[]): Promise<Heights[]> {
  const { height } = page.viewportSize()!;
  await page.locator(FIGURES).first().waitFor({ state: 'attached' });
  await page.addStyleTag({
    content: `${FIGURES} { content-visibility: visible !important; min-block-size: 0 !important; }`,
  });
  for (const id of await page.locator(FIGURES).evaluateAll((all) => all.map((figure) => figure.id)))
    await mount(page, id);
  const found = [];
  for (const width of windows) {
    await page.setViewportSize({ width, height });
    found.push(await settled(page));
  }
  return found;
}
