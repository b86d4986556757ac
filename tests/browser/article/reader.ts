/** Whoever reads the article on a desktop or on a phone, and scrolls through it. */
import type { Page } from 'playwright-core';
import type { OpenOptions } from '../site';

/** Share of the height of the window that is scrolled by at once, and frames that the browser draws between two times. */
const SCROLL = { part: 0.2, frames: 4 };

/** @param width of the window, px: a narrow one is that of a phone */
export const reader = (width: number): OpenOptions => ({
  viewport: { width, height: 800 },
  ...(width < 600 && { hasTouch: true, isMobile: true }),
});

/** From the beginning of the page to its end. */
export const scrollThrough = (page: Page): Promise<void> =>
  page.evaluate(async ({ part, frames }) => {
    scrollTo({ top: 0, behavior: 'instant' });
    while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
      scrollBy({ top: part * innerHeight, behavior: 'instant' });
      for (let i = 0; i < frames; i++) await new Promise(requestAnimationFrame);
    }
  }, SCROLL);
