/** Whether the encoding of many images keeps frames waiting: with it, with a survey of them all, and with neither, by turns. */
import type { Browser, Page } from 'playwright-core';
import { trainFor } from '../browser/site';
import { percentile95 } from './felt';
import { loadImages } from './layers';
import { open } from './page';

const IMAGES = 60_000;

/** Rounds of each, and seconds of one. */
const ROUNDS = 3;
const SECONDS = 4;

const MODES = ['none', 'encode', 'survey'] as const;
type Mode = (typeof MODES)[number];

/** Ms from one frame to the next. */
export interface Gaps {
  readonly percentile95: number;
  readonly longest: number;
}

export interface Encoded {
  readonly engine: string;
  readonly images: number;
  readonly gaps: Readonly<Record<Mode, Gaps>>;
  /** How often all have been encoded, and how often measured. */
  readonly encodings: number;
  readonly surveys: number;
}

/** Ms between frames of some seconds in which that is done again and again; it has ended by the end. */
const round = (page: Page, mode: Mode): Promise<{ gaps: number[]; answers: number }> =>
  page.evaluate(
    async ([asked, seconds]) => {
      const { lab } = window;
      const { images } = lab.dataset!;
      const gaps: number[] = [];
      const from = performance.now();
      let last = from;
      const stop = lab.on('frame', () => {
        const now = performance.now();
        gaps.push(now - last);
        last = now;
      });
      let answers = 0;
      while (performance.now() - from < 1000 * seconds) {
        if (asked === 'encode') await lab.encode(images);
        else if (asked === 'survey') await lab.measure();
        else await new Promise((resolve) => setTimeout(resolve, 100));
        answers += 1;
      }
      stop();
      return { gaps, answers };
    },
    [mode, SECONDS] as const,
  );

export async function watchEncoding(browser: Browser, siteUrl: string): Promise<Encoded> {
  const { context, page } = await open(browser, `${siteUrl}#v=1&b=1&s=1&f=0&e=simd`);
  await loadImages(page, IMAGES);
  await trainFor(page, 500);
  const gaps: Record<Mode, number[]> = { none: [], encode: [], survey: [] };
  const answers: Record<Mode, number> = { none: 0, encode: 0, survey: 0 };
  for (let i = 0; i < ROUNDS; i++) {
    for (const mode of MODES) {
      const seen = await round(page, mode);
      gaps[mode].push(...seen.gaps);
      answers[mode] += seen.answers;
    }
  }
  const engine = await page.evaluate(() => window.lab.store.getState().run!.engine);
  await context.close();
  const of = (all: readonly number[]): Gaps => ({ percentile95: percentile95(all), longest: Math.max(...all) });
  return {
    engine,
    images: IMAGES,
    gaps: { none: of(gaps.none), encode: of(gaps.encode), survey: of(gaps.survey) },
    encodings: answers.encode,
    surveys: answers.survey,
  };
}
