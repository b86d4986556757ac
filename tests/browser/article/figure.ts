/** A figure of the article as a reader comes to it, and the text about it. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { type OpenOptions, type OpenPage, STILL, useBrowser } from '../site';

/** Widths of the window that figures are tested at, px: a desktop's and a phone's. */
export const WIDTHS = [1280, 390];

export interface OpenFigure extends OpenPage {
  readonly figure: Locator;
  /** The text about the figure, and the figure. */
  readonly section: Locator;
  /** Takes that many more steps; resolves to the step that it is at then. */
  step(count: number): Promise<number>;
}

/** What is asked before the figure, and how it is answered. */
export interface Prediction {
  readonly question: RegExp;
  /** The beginning of the answer that is chosen. */
  readonly answer: string;
  /** What is said once the figure has shown it. */
  readonly outcome: string;
  /** Ms that may pass until then; Playwright's own patience unless given. */
  readonly timeout?: number;
}

interface FigureOfTests {
  /** Opens the page, scrolls to the figure, and waits until it is ready. */
  openFigure(width?: number, options?: OpenOptions): Promise<OpenFigure>;
  /** Opens the page, scrolls to what is asked before the figure, answers it, and waits until the outcome is told. */
  openAnswered(prediction: Prediction, width?: number): Promise<OpenFigure>;
}

interface Readiness {
  /** The ids of its labs, whose first frames are waited for; none where it has no model, or none at first. */
  readonly labs?: readonly string[];
  /** Selector of a part that is fetched later, and waited for. */
  readonly part?: string;
}

/** Pages of a file of tests about one figure of the article. */
export function useFigure(id: string, { labs = [id], part }: Readiness = {}): FigureOfTests {
  const { open } = useBrowser();
  const openArticle = async (width = 1280, options: OpenOptions = {}): Promise<OpenFigure> => {
    const opened = await open({ hash: STILL, viewport: { width, height: 800 }, ...options });
    const { page } = opened;
    return {
      ...opened,
      figure: page.locator(`#${id}`),
      section: page.locator(`[data-section=${id}]`),
      step: (count) =>
        page.evaluate(async ([lab, steps]) => (await window.labs[lab]!.step(steps)).step, [id, count] as const),
    };
  };
  return {
    async openFigure(width, options) {
      const opened = await openArticle(width, options);
      // What is above grows as it comes, and takes the figure out of sight again: readers scroll on to it.
      const isThere = async (): Promise<boolean> => {
        await opened.figure.scrollIntoViewIfNeeded();
        return opened.page.evaluate((ids) => ids.every((lab) => window.labs[lab]?.frame != null), labs);
      };
      await expect.poll(isThere, { timeout: 30_000 }).toBe(true);
      if (part !== undefined) await opened.figure.locator(part).first().waitFor();
      return opened;
    },
    async openAnswered({ question, answer, outcome, timeout }, width) {
      const opened = await openArticle(width);
      await opened.section.locator('.predict').scrollIntoViewIfNeeded();
      const asked = opened.section.getByRole('group', { name: question });
      await asked.getByRole('radio', { name: answer }).check();
      await asked.getByText(outcome).waitFor(timeout === undefined ? {} : { timeout });
      return opened;
    },
  };
}
