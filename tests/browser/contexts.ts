/** WebGL contexts of a page under test, of which a browser gives few. */
import type { Frame, Page } from 'playwright-core';

declare global {
  interface Window {
    /** How many contexts of this window are alive; set by `watchContexts`. */
    aliveContexts(): number;
  }
}

/** From the next navigation on every frame of the page knows which of its contexts the browser has not taken away. */
export async function watchContexts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const contexts: WebGL2RenderingContext[] = [];
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
      const context = (getContext as (...all: unknown[]) => unknown).call(this, kind, ...more);
      if (kind === 'webgl2' && context !== null && !contexts.includes(context as WebGL2RenderingContext)) {
        contexts.push(context as WebGL2RenderingContext);
      }
      return context;
    } as typeof getContext;
    window.aliveContexts = () => contexts.filter((context) => !context.isContextLost()).length;
  });
}

export const aliveContexts = (frame: Page | Frame): Promise<number> => frame.evaluate(() => window.aliveContexts());
