/** How high the figures of the article are, each as it is by itself, without the place that is kept for it. */
import type { Page } from 'playwright-core';
import { mountFigure } from '../mountAll';

/** Frames in a row that show no change once all is there, and after how many it is no use to wait on. */
const FRAMES = { calm: 40, most: 2000 };

/** At one width of the text: of each figure, by its id, the height, px. */
export interface Heights {
  readonly width: number;
  readonly of: Readonly<Record<string, number>>;
}

const FIGURES = '.figure-frame > .figure';

/**
 * The heights once they have ceased to change.
 * @throws Error that names the figures that did not
 */
const settled = (page: Page): Promise<Heights> =>
  page.evaluate(
    async ([figures, { calm, most }]) => {
      const all = [...document.querySelectorAll(figures)];
      const still = new Map(all.map((figure) => [figure, { height: -1, frames: 0 }]));
      const restless = (): Element[] => all.filter((figure) => still.get(figure)!.frames < calm);
      for (let frame = 0; restless().length > 0; frame++) {
        if (frame > most) {
          const said = restless().map(({ id, clientHeight }) => `${id} (${clientHeight} px at last)`);
          throw new Error(`Figures whose heights do not cease to change at ${innerWidth} px: ${said.join(', ')}`);
        }
        await new Promise(requestAnimationFrame);
        for (const figure of all) {
          const { height, frames } = still.get(figure)!;
          const now = figure.clientHeight;
          still.set(figure, { height: now, frames: now === height ? frames + 1 : 0 });
        }
      }
      return {
        width: document.querySelector('.prose')!.clientWidth,
        of: Object.fromEntries(all.map((figure) => [figure.id, figure.getBoundingClientRect().height])),
      };
    },
    [FIGURES, FRAMES] as const,
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
    await mountFigure(page, id);
  const found = [];
  for (const width of windows) {
    await page.setViewportSize({ width, height });
    found.push(await settled(page));
  }
  return found;
}
