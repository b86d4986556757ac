/** The page with one of its files missing: what it must do whichever file it is and however it is missing. */
import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { boot } from '../../src/text/boot';
import { earlyRequests, lazyRequests } from './builtSite';
import { openContext } from './context';
import { SCENARIOS, type Scenario } from './scenarios';
import { sharedBrowser } from './sharedBrowser';

/** How a file can fail to come. */
export const WAYS = {
  /** As after a deploy that removed it. */
  'is not found': (route: Route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not found' }),
  /** As offline, or by a blocker. */
  'cannot be reached': (route: Route) => route.abort('connectionrefused'),
  /** As from a server that answers everything with its own page. */
  'comes as something else': (route: Route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Welcome</title><p>Hello.' }),
} as const satisfies Record<string, (route: Route) => Promise<void>>;

type Way = keyof typeof WAYS;

/** What is tried on a file. */
export interface Trial {
  readonly ways: readonly Way[];
  /** Whether it also comes late. */
  readonly delayed: boolean;
}

/** A page without its own font is read in another: nothing is missing. */
const IS_FONT = /\.woff2?$/;

/** The second is offered where the browser does not ask for a script again for as long as the page lives. */
const AGAIN = /Try again|再试一次|Reload the page|重新载入页面/;

/** Ms that the page has to reach a state: a busy machine is no failure. */
const PATIENCE = 60_000;

/** Everything that can be seen without scrolling sideways, the plane and the prose among it. */
const VIEWPORT = { width: 1280, height: 800 };

/** The buttons that offer another try, each within a sentence that says what for. */
export const offers = (page: Page) =>
  page
    .locator('[role=alert], [role=status], .failure, .figure-failure')
    .filter({
      visible: true,
      hasText: new RegExp(`\\p{L}{3,}.*(${AGAIN.source})|\\p{Script=Han}{4,}.*(${AGAIN.source})`, 'su'),
    })
    .getByRole('button', { name: AGAIN })
    .filter({ visible: true });

/**
 * What cannot be seen of the title, the lead, and the lab's controls or a picture of it.
 * @param alone whether it is a figure without the page around it: then of the figure, its place, or why there is none
 */
const unseen = (page: Page, alone = false): Promise<string[]> =>
  page.evaluate((figureAlone) => {
    const seen = (selector: string): boolean =>
      [...document.querySelectorAll<HTMLElement>(selector)].some((element) => {
        const { width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        return width > 20 && height > 10 && style.visibility === 'visible' && Number(style.opacity) > 0.1;
      });
    const wanted = figureAlone
      ? ['.plane, .figure-place, [aria-busy="true"], .failure, [role=alert]']
      : ['h1', '.lead', '.controls, .poster, .poster img, img.poster'];
    return wanted.filter((selector) => !seen(selector));
  }, alone);

/** Whether there is nothing of it that cannot be seen. */
const isThere = async (page: Page, alone?: boolean): Promise<boolean> => (await unseen(page, alone)).length === 0;

/** Whether nothing is missing from the page. */
async function isWhole(page: Page, scenario: Scenario): Promise<boolean> {
  const { alone = false, below = false } = scenario;
  const styled = await page.evaluate(() =>
    // What has come without its styles is not whole.
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(
      ({ sheet }) => (sheet?.cssRules.length ?? 0) > 0,
    ),
  );
  const trained = await page.evaluate((figureAlone) => {
    const { lab } = window;
    if (!lab?.frame || lab.frame.step < 1) return false;
    const canvas = document.querySelector<HTMLCanvasElement>('.plane-canvas canvas');
    const drawn = canvas !== null && canvas.width > 100;
    if (figureAlone) return drawn;
    const grid = document.querySelector<HTMLCanvasElement>('.grid canvas');
    // Layers that come after the first picture, and what is painted then.
    return drawn && document.querySelector('.plane-stage .pins') !== null && grid?.dataset.step !== undefined;
  }, alone);
  const hasText = alone || (await page.locator('.prose h2').count()) > 0;
  const complete = styled && hasText && (trained || below);
  return complete && ((await scenario.shows?.(page)) ?? true);
}

/** Waits until `done` says so; what it throws while the page navigates counts as no. */
async function settles(what: string, done: () => Promise<boolean>): Promise<void> {
  let thrown = '';
  const isDone = async (): Promise<boolean> => {
    try {
      const settled = await done();
      thrown = '';
      return settled;
    } catch (error) {
      thrown = `; last: ${(error as Error).message}`;
      return false;
    }
  };
  await vi
    .waitUntil(isDone, { timeout: PATIENCE, interval: 50 })
    .catch(() => expect.fail(`Not within ${PATIENCE} ms: ${what}${thrown}`));
}

/**
 * Has a page draw no more than eight pictures a second or so: what is tried is what is there, not how smoothly it moves, and
 * to draw takes most of what a page takes while it trains.
 */
const drawSeldom = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const next = requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => window.setTimeout(() => next(draw), 100);
    window.cancelAnimationFrame = (id) => clearTimeout(id);
  });

/** Runs `test` with a page of its own, which is closed in any case: one that trains on would slow down all that follow. */
async function withPage(scenario: Scenario, test: (page: Page) => Promise<void>): Promise<void> {
  const { context, violations } = await openContext(await sharedBrowser(), { viewport: VIEWPORT, ...scenario.options });
  try {
    const page = await context.newPage();
    await drawSeldom(page);
    await scenario.prepare?.(page, inject('siteFolder'));
    await test(page);
    expect(violations).toEqual([]);
  } finally {
    await context.close();
  }
}

const addressOf = ({ document = '', hash }: Scenario): string => inject('siteUrl') + document + hash;

/** Whether an address is that of a file of the site: another try for it has a query. */
export const isOf =
  (path: string) =>
  ({ pathname }: URL): boolean =>
    pathname.endsWith(`/${path}`);

/** A list that begins with another of its own. */
const turned = <T>(list: readonly T[], by: number): readonly T[] => {
  const first = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
};

/** Loads the page and does what the reader of the scenario does. */
async function use(page: Page, scenario: Scenario, ready: () => Promise<boolean>): Promise<void> {
  const address = addressOf(scenario);
  // To go to where it is already would be no more than to scroll.
  if (page.url().startsWith(address.split('#')[0]!)) {
    // Browsers scroll to where the reader was, and what is out of sight does not train.
    await page.evaluate(() => scrollTo(0, 0));
    await page.reload({ waitUntil: 'commit' });
  } else await page.goto(address, { waitUntil: 'commit' });
  await settles('the page is there', () => isThere(page, scenario.alone));
  if (scenario.act === undefined) return;
  await settles('the page can be used, or says why not', ready);
  await scenario.act(page);
}

/**
 * Tests that the page does without each of its files, one at a time.
 * @param scenarios that together fetch all files that are tried
 */
export function testMissing(trialOf: (path: string) => Trial, scenarios: readonly Scenario[] = SCENARIOS): void {
  const paths = lazyRequests(inject('siteFolder')).filter((path) => trialOf(path).ways.length > 0);
  /** The first scenario that fetches a file. */
  const needed = new Map<string, Scenario>();

  beforeAll(async () => {
    const root = new URL(inject('siteUrl')).pathname;
    for (const scenario of scenarios) {
      if (paths.every((path) => needed.has(path))) break;
      await withPage(scenario, async (page) => {
        const fetched = new Set<string>();
        page.context().on('request', (request) => fetched.add(new URL(request.url()).pathname.slice(root.length)));
        await use(page, scenario, () => isWhole(page, { ...scenario, shows: () => Promise.resolve(true) }));
        await settles(`${scenario.name}: nothing is missing`, () => isWhole(page, scenario));
        for (const path of fetched) if (!needed.has(path)) needed.set(path, scenario);
      });
    }
  }, 600_000);

  const scenarioFor = (path: string): Scenario => {
    const scenario = needed.get(path);
    if (scenario === undefined) throw new Error(`No scenario that is tried fetches ${path}: add one`);
    return scenario;
  };

  // A page for each way, for each file, would take hours. So a file that the page tells of stays missing while another try
  // is made, in the next way; which of them is the first goes round.
  describe.concurrent.each(paths.map((path, i) => ({ path, ways: turned(trialOf(path).ways, i) })))(
    'without $path',
    ({ path, ways }) => {
      it(`which ${ways.join(', then ')}, the page is there, says so, and another try mends it`, async () => {
        const scenario = scenarioFor(path);
        await withPage(scenario, async (page) => {
          const errors: string[] = [];
          page.on('pageerror', (error) => errors.push(error.message));
          // Another try may have led the reader away from the lab, which draws and trains where it is seen.
          const toTop = (): Promise<void> => page.evaluate(() => scrollTo(0, 0));
          // A page that has been loaded anew has to be used anew.
          let fresh = false;
          page.on('domcontentloaded', () => {
            fresh = true;
          });
          const actAnew = async (): Promise<void> => {
            if (!fresh) return;
            if (!scenario.below) await toTop();
            if (!(await usable())) return;
            await scenario.act?.(page);
            fresh = false;
          };
          let way: Way | null = null;
          let refused = 0;
          await page.route(isOf(path), (route) => {
            if (way === null) return route.fallback();
            refused++;
            return WAYS[way](route);
          });
          const told = async (): Promise<boolean> => (await offers(page).count()) > 0;
          const usable = async (): Promise<boolean> =>
            (await told()) || (await isWhole(page, { ...scenario, shows: async () => true }));
          const tryAgain = async (): Promise<void> => {
            const offer = offers(page).first();
            // One behind a dialog is reached when that has been closed.
            const isBehind = (button: Element): boolean =>
              document.querySelector('dialog[open]') !== null && button.closest('dialog') === null;
            if (await offer.evaluate(isBehind)) await page.keyboard.press('Escape');
            await offer.click({ timeout: 2000 });
            await scenario.act?.(page);
          };
          for (way of ways) {
            const before = refused;
            const goesOn = before > 0 && (await told());
            if (!goesOn) {
              errors.length = 0;
              await use(page, scenario, usable);
              fresh = false;
            }
            await settles(`the file, which ${way}, is asked for`, async () => {
              if (refused > before) return true;
              // On a busy machine what the reader does may have come too early.
              if (!goesOn) await scenario.act?.(page);
              else if (await told()) await tryAgain();
              // What it was needed for is over, as is the reading of a large file.
              else if (await isWhole(page, scenario)) await use(page, scenario, usable);
              else await actAnew();
              return refused > before;
            });
            if (IS_FONT.test(path)) {
              await settles('nothing is missing', () => isWhole(page, scenario));
              continue;
            }
            // Something else may serve in its place; then nothing is missing.
            await settles(
              `the page says that a file is missing which ${way}, or nothing is`,
              async () => (await told()) || isWhole(page, scenario),
            );
            expect(await unseen(page, scenario.alone)).toEqual([]);
            if (!(await told())) expect(errors).toEqual([]);
          }
          way = null;
          await settles(`${scenario.name}: another try mends it`, async () => {
            if (!(await told())) {
              await actAnew();
              if (!scenario.below) await toTop();
              return isWhole(page, scenario);
            }
            await tryAgain();
            return false;
          });
          await toTop();
          const step = await page.evaluate(() => window.lab.frame?.step ?? 0);
          if (!scenario.rests)
            await page.waitForFunction((from) => window.lab.frame !== null && window.lab.frame.step > from, step);
          expect(await unseen(page, scenario.alone), scenario.name).toEqual([]);
        });
      });
    },
  );

  describe.concurrent.each(paths.filter((path) => trialOf(path).delayed))('while %s does not come', (path) => {
    it('the page is there, and goes on when it has come', async () => {
      const scenario = scenarioFor(path);
      await withPage(scenario, async (page) => {
        const held: Route[] = [];
        let lifted = false;
        await page.route(isOf(path), (route) => (lifted ? route.fallback() : void held.push(route)));
        await use(
          page,
          scenario,
          async () => held.length > 0 || isWhole(page, { ...scenario, shows: async () => true }),
        );
        await settles('the file is asked for', async () => {
          if (held.length === 0) await scenario.act?.(page);
          return held.length > 0;
        });
        expect(await unseen(page, scenario.alone)).toEqual([]);
        lifted = true;
        for (const route of held) await route.fallback();
        await scenario.act?.(page);
        await settles('nothing is missing', () => isWhole(page, scenario));
        expect(await offers(page).count()).toBe(0);
      });
    });
  });
}

/** Tests that the document alone tells what it can where a script does not come that everything else waits for. */
export function testFirst(ways: readonly Way[]): void {
  const scripts = earlyRequests(inject('siteFolder')).filter((path) => path.endsWith('.js'));
  const scenario = SCENARIOS[0]!;

  describe.concurrent.each(scripts)('without the first %s', (path) => {
    it.each(ways)('which %s, the document says so, and loading it again mends it', async (way) => {
      await withPage(scenario, async (page) => {
        await page.route(`**/${path}`, WAYS[way]);
        await page.goto(addressOf(scenario), { waitUntil: 'commit' });
        await settles('the page is there', () => isThere(page));
        // Of all that stands in the document, the one sentence that is true.
        const told = page.locator('[role=alert].boot p').filter({ visible: true });
        const again = page.locator('[role=alert].boot').getByRole('button', { name: AGAIN });
        // The page may do without one that is not its program.
        await settles(
          'the document says what is missing, or nothing is',
          async () => (await told.count()) > 0 || isWhole(page, scenario),
        );
        expect(await unseen(page)).toEqual([]);
        await page.unroute(`**/${path}`);
        if (await isWhole(page, scenario)) return;
        expect(await told.allTextContents()).toEqual([boot[0]!.missing]);
        await again.click();
        await settles('nothing is missing', () => isWhole(page, scenario));
        expect(await told.count()).toBe(0);
      });
    });
  });
}
