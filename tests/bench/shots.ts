/** Screenshots of the page for whoever judges how it looks; run by `npm run shots`, written to shots/. */
import { mkdir } from 'node:fs/promises';
import { beforeAll, expect, inject, it } from 'vitest';
import { measureHeights } from '../browser/article/heights';
import { STILL, useBrowser } from '../browser/site';
import { CARDS, takeCard } from './card';
import { PICTURED, takeFigure, trainFigure } from './figurePosters';
import { takeIcons } from './icons';
import { placeRules, READERS, WINDOWS, writePlaces } from './places';
import { POSTERS, takePoster } from './poster';
import { FRAMED, lookAtDialogs, lookThrough, openEverything, rest, trainUntil, useAll } from './visits';

const FOLDER = 'shots';

/** Of a page that trains as fast as it can. */
const FAST = '#v=1&f=0';

/** CSS pixels, and device pixels to each: a browser that is zoomed to 200 % has half of the first and twice the second. */
const SIZES = [
  { width: 1280, height: 800, density: 1 },
  { width: 390, height: 844, density: 2 },
  { width: 300, height: 650, density: 2 },
  { width: 640, height: 400, density: 2 },
];

/** Steps of training before the button is pressed, and after it: by then most ellipses have found their place. */
const EARLY = 500;
const LATE = 2500;

const browser = useBrowser();

const CASES = SIZES.flatMap(({ density, ...viewport }) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['en-US', 'zh-CN'] as const).map((locale) => ({ viewport, density, colorScheme, locale })),
  ),
);

/** Names of tests can be asked for by `-t`: what stands in a template of Vitest's has quotes about it. */
const sizeOf = ({ width, height }: { width: number; height: number }): string => `${width} × ${height}`;

beforeAll(() => mkdir(FOLDER, { recursive: true }));

it.each(CASES.map((each) => [`${sizeOf(each.viewport)}, ${each.colorScheme}, ${each.locale}`, each] as const))(
  '%s',
  async (_, { viewport, density, colorScheme, locale }) => {
    const phone = viewport.width < 600;
    const { page, complaints, close } = await browser.open({
      hash: FAST,
      viewport,
      colorScheme,
      locale,
      hasTouch: phone,
      isMobile: phone,
      deviceScaleFactor: density,
    });
    const name = `${FOLDER}/${viewport.width}x${viewport.height}-${colorScheme}-${locale.slice(0, 2)}`;
    await trainUntil(page, EARLY);
    await page.screenshot({ path: `${name}-early.png` });
    await page.locator('.turn').first().click();
    await trainUntil(page, EARLY + LATE);
    await page.screenshot({ path: `${name}-late.png` });
    await rest(page);
    await lookAtDialogs(page, (dialog) => page.screenshot({ path: `${name}-${dialog}.png` }));
    await useAll(page);
    await openEverything(page);
    await lookThrough(page, (screen) => page.screenshot({ path: `${name}-${screen}.png` }));
    expect(complaints).toEqual([]);
    await close();
  },
);

it.each(['en-US', 'zh-CN'])('print, %s', async (locale) => {
  const { page, complaints, close } = await browser.open({ hash: FAST, locale });
  await trainUntil(page, EARLY);
  await rest(page);
  await useAll(page);
  await page.pdf({ path: `${FOLDER}/print-${locale.slice(0, 2)}.pdf`, format: 'A4', printBackground: true });
  expect(complaints).toEqual([]);
  await close();
});

it('the picture of the README', async () => {
  const { page, close } = await browser.open({ hash: FAST, viewport: { width: 1280, height: 800 } });
  // What fifteen seconds are on a machine that is not busy: two before the button.
  await trainUntil(page, 2000);
  await page.locator('.turn').first().click();
  await trainUntil(page, 15_000);
  await page.screenshot({ path: 'public/picture.png' });
  await close();
});

it.each(
  SIZES.flatMap(({ density, ...viewport }) =>
    FRAMED.map((figure) => [figure, sizeOf(viewport), viewport, density] as const),
  ),
)('%s in a frame, %s', async (figure, _, viewport, density) => {
  const { page, complaints, close } = await browser.open({
    url: `${inject('siteUrl')}embed.html`,
    hash: `#figure=${figure}&beta=1&sigma=1&speed=0`,
    viewport,
    deviceScaleFactor: density,
    foreign: true,
  });
  await page
    .locator(figure === 'sweep' ? '.sweep-form' : '.plane-canvas canvas')
    .first()
    .waitFor();
  if (figure !== 'sweep') await trainUntil(page, LATE);
  await rest(page);
  const name = `${FOLDER}/${viewport.width}x${viewport.height}-frame-${figure}`;
  await lookThrough(page, (screen) => page.screenshot({ path: `${name}-${screen}.png` }));
  expect(complaints).toEqual([]);
  await close();
});

/** A page whose model is trained as fast as it can be, for pictures that are composed of its parts. */
const trained = (colorScheme: 'light' | 'dark') =>
  browser.open({
    hash: '#v=1&b=1&s=1&f=0',
    viewport: { width: 1700, height: 1000 },
    colorScheme,
    // What is not to be in the picture is hidden by a style.
    bypassCSP: true,
  });

it.each(POSTERS)('the poster, $colorScheme', async ({ colorScheme, path }) => {
  const { page, close } = await trained(colorScheme);
  await takePoster(page, path);
  await close();
});

it.each(PICTURED)('the picture of $id', async (pictured) => {
  // What is not to be in the picture is hidden by a style.
  const { page, close } = await browser.open({ hash: STILL, viewport: { width: 1280, height: 1100 }, bypassCSP: true });
  const figure = await trainFigure(page, pictured);
  for (const theme of ['light', 'dark'] as const) await takeFigure(page, figure, pictured, theme);
  await close();
});

it.each(CARDS)('the card of links, $words.code', async (card) => {
  const { page, close } = await trained('light');
  await takeCard(page, card);
  await close();
});

it('the icons', async () => {
  const { page, close } = await browser.open({ bypassCSP: true });
  await takeIcons(page);
  await close();
});

it('the places of figures', { timeout: 1_500_000 }, async () => {
  const sheets = [];
  for (const readers of READERS) {
    const { page, close } = await browser.open({
      hash: STILL,
      viewport: { width: 1280, height: 800 },
      locale: readers.lang,
      hasTouch: readers.pointer === 'coarse',
      isMobile: readers.pointer === 'coarse',
      // Heights are measured without the places.
      bypassCSP: true,
    });
    sheets.push(placeRules(readers, await measureHeights(page, WINDOWS)));
    await close();
  }
  await writePlaces(sheets);
});
