/** Ways to use the page that together fetch every file of the built site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { FIGURES } from '../../src/figures/table';
import { initialParameters } from '../../src/model/initial';
import { LAYERS } from '../../src/state/planeLayers';
import { writeWeights } from '../../src/worker/weightsFile';
import { barImages, idxBytes } from '../support/idx';
import { denseDecoder } from '../support/layers';
import { scriptsOf } from './builtSite';
import { NOT_YET } from './mountAll';

export interface Scenario {
  readonly name: string;
  /** Path of the document below the site; the first page where it is not given. */
  readonly document?: string;
  /** The address after the document's own. */
  readonly hash: string;
  readonly options?: BrowserContextOptions;
  /** It is a figure without the page around it. */
  readonly alone?: true;
  /** It is about a figure below the lab, which may be out of sight from the first, and then does not train. */
  readonly below?: true;
  /** Done before the page is loaded. */
  prepare?(page: Page, siteFolder: string): Promise<void>;
  /** What the reader does once the page is there; does nothing where the page cannot be used. */
  act?(page: Page): Promise<void>;
  /** The lab then shows what was opened, and trains no further by itself. */
  readonly rests?: true;
  /** Whether the page then shows what only this scenario asks of it. */
  shows?(page: Page): Promise<boolean>;
}

/**
 * Makes the page take SwiftShader for a GPU, so that it draws with WebGL. Workers are not told: their engine is chosen as
 * ever.
 */
export async function pretendHardware(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const UNMASKED_RENDERER = 0x9246;
    const { getParameter } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.getParameter = function (name: number) {
      return name === UNMASKED_RENDERER || name === this.RENDERER ? 'A graphics card' : getParameter.call(this, name);
    };
  });
}

/** Makes the workers of the site believe that there is no relaxed SIMD: by a line before their scripts. */
async function withoutRelaxedSimd(page: Page, siteFolder: string): Promise<void> {
  // The opcode by which the page asks for it: f32x4.relaxed_madd.
  const line = `{ const { validate } = WebAssembly;
    WebAssembly.validate = (bytes) =>
      !String(new Uint8Array(bytes)).includes('253,133,2') && validate.call(WebAssembly, bytes); }\n`;
  const workers = new Set([...scriptsOf(siteFolder).values()].flatMap((references) => references.workers));
  for (const path of workers) {
    await page.route(`**/${path}`, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: line + readFileSync(join(siteFolder, path), 'utf8'),
      }),
    );
  }
}

const files = (): { name: string; mimeType: string; buffer: Buffer }[] => {
  const { images, labels } = barImages(60, 6);
  return [
    { name: 'bars.idx', mimeType: 'application/octet-stream', buffer: Buffer.from(images) },
    { name: 'bars-labels.idx', mimeType: 'application/octet-stream', buffer: Buffer.from(labels) },
  ];
};

/** Images that take a moment to read. */
const manyFiles = (): { name: string; mimeType: string; buffer: Buffer }[] => {
  const [n, side] = [20_000, 28];
  return [
    {
      name: 'many.idx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(idxBytes([n, side, side], n * side * side)),
    },
  ];
};

/** A model of the digits with one hidden layer of five units. */
const weights = (): ReturnType<typeof files> => {
  const architecture = { inputs: 64, hidden: [5], latent: 2, activation: 'relu' as const };
  const bytes = writeWeights(initialParameters(architecture, 'glorot', 1), null, { width: 8, height: 8, settings: {} });
  return [{ name: 'small.safetensors', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }];
};

/** A decoder of images as large as the digits. */
const layers = async (): Promise<ReturnType<typeof files>> =>
  (await denseDecoder(8).files('')).map(({ path, bytes }) => ({
    name: path.slice(1),
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  }));

/** Waits for what is fetched after the picture, and may not come. */
const come = (page: Page, selector: string): Promise<void> =>
  page
    .locator(`${selector}, .failure`)
    .first()
    .waitFor({ state: 'attached', timeout: 5000 })
    .catch(() => undefined);

/** Opens the dialog, or goes on where a press is in the way of nothing: it may have been opened before. */
async function openTake(page: Page): Promise<void> {
  if ((await page.locator('dialog[open]').count()) > 0) return;
  await come(page, '.share-buttons');
  const button = page.getByRole('button', { name: 'Save', exact: true });
  // A recording may take its place meanwhile.
  if ((await button.count()) === 0) return;
  await button.click({ timeout: 2000 }).catch(() => undefined);
  // What the dialog holds is fetched, and may not come.
  const held = page.locator('dialog .take, .failure').first();
  await held.waitFor({ timeout: 5000 }).catch(() => undefined);
}

/** Begins the sweep, or goes on where its form has not come. */
async function beginSweep(page: Page): Promise<void> {
  const begin = page.locator('#sweep .sweep-form [type=submit]');
  // It is fetched when it comes into view, and may not come.
  await begin
    .or(page.locator('#sweep .failure'))
    .first()
    .waitFor({ timeout: 5000 })
    .catch(() => undefined);
  if ((await begin.count()) > 0) await begin.click({ timeout: 2000 }).catch(() => undefined);
  await page
    .locator('.rate-mark, #sweep :is(.failure, .notice)')
    .first()
    .waitFor({ timeout: 15_000 })
    .catch(() => undefined);
}

const choose = async (page: Page, chosen: ReturnType<typeof files>): Promise<void> => {
  await come(page, 'input[type=file]');
  const input = page.locator('input[type=file]').first();
  if ((await input.count()) > 0) await input.setInputFiles(chosen);
};

/** Chooses images, and trains on them once they are shown. */
const train = async (page: Page, chosen: ReturnType<typeof files>): Promise<void> => {
  await choose(page, chosen);
  await come(page, '.preview-foot');
  const button = page.locator('.preview-foot .button-strong');
  if ((await button.count()) > 0) await button.click({ timeout: 5000 }).catch(() => undefined);
};

/** Opens the table of symbols, or goes on where the article has not come. */
async function openSymbols(page: Page): Promise<void> {
  // Its scripts come when it is near.
  await page.evaluate(() => document.querySelector('.contents')?.scrollIntoView());
  await come(page, '.contents button.set');
  if ((await page.locator('dialog[open]').count()) > 0) return;
  // One may be folded, and the other out of place at this width.
  await page.evaluate(() => document.querySelector<HTMLElement>('.contents button.set')?.click());
}

const hasSymbols = async (page: Page): Promise<boolean> => (await page.locator('dialog .symbols li').count()) > 0;

const notes = (): ReturnType<typeof files> => [
  { name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b,c\n1,2,3\n4,5,6\n') },
];

/** Whether a message about the file of notes can be read. */
const tellsOfNotes = async (page: Page): Promise<boolean> =>
  (await page
    .getByText(/notes\.csv/)
    .filter({ visible: true })
    .count()) > 0;

/** Whether this engine trains. */
const engineIs = (page: Page, name: string): Promise<boolean> =>
  page.evaluate((engine) => window.lab?.store.getState().run?.engine === engine, name);

/** Opens the panel with this title, or leaves it open; it is fetched after the picture, and may not come. */
const openPanel = async (page: Page, title: string): Promise<void> => {
  const panel = page.locator('details.staged', { hasText: title });
  await panel.or(page.locator('.decoded .failure')).first().waitFor();
  if ((await panel.count()) > 0 && (await panel.getAttribute('open')) === null) await panel.locator('summary').click();
};

export const SCENARIOS: readonly Scenario[] = [
  // The browser of the tests has WebGL in software alone, so that the other engine is the choice.
  { name: 'the page as it opens', hash: '#v=1', shows: (page) => engineIs(page, 'simd') },
  {
    name: 'in Chinese',
    hash: '#v=1',
    options: { locale: 'zh-CN' },
    shows: (page) =>
      page.evaluate(() => /[\u4e00-\u9fff]/.test(document.querySelector('.controls')?.textContent ?? '')),
  },
  // The text of every section is then fetched at once: of the document's own language only what comes near.
  {
    name: 'in English, from the Chinese document',
    document: 'zh/',
    hash: '#v=1&lang=en',
    shows: (page) => page.evaluate(() => /Data set/.test(document.querySelector('.controls')?.textContent ?? '')),
  },
  { name: 'on the webgl engine', hash: '#v=1&e=webgl', shows: (page) => engineIs(page, 'webgl') },
  { name: 'drawn by a GPU', hash: '#v=1', prepare: pretendHardware },
  {
    name: 'without relaxed SIMD',
    hash: '#v=1&e=simd',
    prepare: withoutRelaxedSimd,
    shows: (page) => engineIs(page, 'simd'),
  },
  {
    name: 'with the strokes',
    hash: '#v=1&d=strokes',
    shows: (page) => page.evaluate(() => window.lab?.dataset?.width === 16),
  },
  {
    name: "with the reader's own file",
    hash: '#v=1',
    act: (page) => train(page, files()),
    shows: (page) => page.evaluate(() => window.lab?.dataset?.width === 6),
  },
  {
    name: 'with a large file',
    hash: '#v=1',
    act: (page) => train(page, manyFiles()),
    shows: (page) => page.evaluate(() => window.lab?.dataset?.width === 28),
  },
  { name: 'with a file of something else', hash: '#v=1', act: (page) => choose(page, notes()), shows: tellsOfNotes },
  {
    name: 'with a file of something else, in Chinese',
    hash: '#v=1',
    options: { locale: 'zh-CN' },
    act: (page) => choose(page, notes()),
    shows: tellsOfNotes,
  },
  {
    name: 'with the dialog of what can be taken along',
    hash: '#v=1',
    act: openTake,
    shows: async (page) => (await page.locator('dialog .take').count()) > 0,
  },
  {
    name: 'with a film being recorded',
    hash: '#v=1',
    async act(page) {
      if ((await page.locator('.recording').count()) > 0) return;
      await openTake(page);
      if ((await page.locator('dialog[open]').count()) === 0) return;
      await page.locator('dialog .take, dialog .failure').first().waitFor();
      const button = page.getByRole('button', { name: 'Record the training' });
      if ((await button.count()) > 0) await button.click();
    },
    shows: async (page) => (await page.locator('.recording').count()) > 0,
  },
  {
    name: 'with a file of weights',
    hash: '#v=1',
    rests: true,
    act: (page) => choose(page, weights()),
    shows: (page) => page.evaluate(() => window.lab?.settings.hidden[0] === 5),
  },
  {
    name: 'with a model of TensorFlow.js',
    hash: '#v=1',
    rests: true,
    act: async (page) => choose(page, await layers()),
    shows: (page) => page.evaluate(() => window.lab?.store.getState().run?.engine === 'layers'),
  },
  {
    name: 'with the dialog for embeds',
    hash: '#v=1',
    async act(page) {
      if ((await page.locator('dialog[open]').count()) === 0) {
        await page.getByRole('button', { name: 'Embed', exact: true }).click();
      }
    },
    shows: async (page) => (await page.locator('dialog textarea').count()) > 0,
  },
  {
    name: 'with everything unfolded',
    hash: '#v=1',
    async act(page) {
      await come(page, '.cite');
      await page.evaluate(() => {
        // What is also on the plane has scenarios of its own.
        for (const details of document.querySelectorAll('details')) details.open = !details.matches('.staged');
      });
      const choices = page.getByRole('button', { name: 'Layers', exact: true }).first();
      if ((await choices.getAttribute('aria-expanded')) === 'false') await choices.click();
    },
    shows: async (page) => (await page.locator('.layers').count()) > 0,
  },
  {
    name: 'with two models side by side',
    hash: '#compare&v=1',
    async act(page) {
      // It is fetched when it comes into view, and may not come.
      await page
        .locator('#compare :is(details, .failure)')
        .first()
        .waitFor({ timeout: 5000 })
        .catch(() => undefined);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll<HTMLDetailsElement>('#compare details')) details.open = true;
      });
    },
    shows: async (page) =>
      (await page.locator('#compare .pair-numbers').count()) > 0 && (await page.locator('.own-fields').count()) === 2,
  },
  {
    name: 'with a sweep',
    hash: '#sweep&v=1&h=4&sw=r:1,2:5',
    act: beginSweep,
    shows: async (page) => (await page.locator('.rate-mark').count()) === 2,
  },
  {
    name: 'with every layer of the plane',
    hash: `#v=1&y=${LAYERS.join(',')}&p=-1,0;1,0;0,2`,
    shows: async (page) => {
      const counts = [
        '.plane-canvas canvas',
        '.contour',
        '.indicatrix',
        '.geodesic-path',
        '.geodesic-way',
        '.path-line',
        '.arrow',
        '.sum-line',
        '.key-gaps',
      ].map((selector) => page.locator(selector).count());
      return (await Promise.all(counts)).every((count) => count > 0);
    },
  },
  {
    name: 'with a marked region and draws from the prior',
    hash: '#v=1&rg=-1,-1,1,1&pr=0',
    shows: async (page) => {
      const counts = ['.region-marks .selection', '.region-grid', '.region-tool', '.prior-draw', '.prior-tiles li'].map(
        (selector) => page.locator(selector).count(),
      );
      return (await Promise.all(counts)).every((count) => count > 0);
    },
  },
  {
    name: 'with a drawing on the pad',
    hash: '#v=1',
    async act(page) {
      const opener = page.getByRole('button', { name: 'Draw your own' });
      if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
      // It is fetched, and may not come.
      await page
        .locator('.draw-pad')
        .click({ timeout: 5000 })
        .catch(() => undefined);
    },
    shows: async (page) =>
      (await page.locator('.drawn-after .outline').count()) > 0 &&
      (await page.locator('.draw-numbers[data-step]').count()) > 0,
  },
  {
    name: 'with an image selected',
    hash: '#v=1&x=17',
    shows: async (page) =>
      (await page.locator('section.sample').count()) > 0 &&
      (await page.locator('.selected .draw').count()) > 0 &&
      (await page.locator('.true-posterior path').count()) > 0 &&
      (await page.locator('.predicted .outline').count()) > 0,
  },
  {
    name: 'with a step in slow motion',
    hash: '#v=1',
    rests: true,
    act: (page) => openPanel(page, 'One step in slow motion'),
    shows: async (page) =>
      (await page.locator('.slow-images').count()) > 0 && (await page.locator('.slow-motion .slow-batch').count()) > 0,
  },
  {
    name: 'with noise that the reader holds',
    hash: '#v=1',
    act: (page) => openPanel(page, 'The reparameterisation trick'),
    shows: async (page) =>
      (await page.locator('.noise-code[data-step]').count()) > 0 && (await page.locator('.sampled-code').count()) > 0,
  },
  {
    name: 'with MNIST',
    hash: '#v=1&d=mnist',
    shows: (page) => page.evaluate(() => window.lab?.dataset?.width === 16),
  },
  {
    name: 'with every typeface and character',
    hash: '#v=1&d=faces&dv=all&dn=1000',
    shows: (page) => page.evaluate(() => window.lab?.dataset?.n === 1000 && window.lab.settings.variant === 'all'),
  },
  { name: 'with the table of symbols', hash: '#v=1', act: openSymbols, shows: hasSymbols },
  {
    name: 'with the table of symbols, in Chinese',
    hash: '#v=1',
    options: { locale: 'zh-CN' },
    act: openSymbols,
    shows: hasSymbols,
  },
  {
    name: 'with the dialog of what can be taken along of a sweep',
    hash: '#sweep&v=1&h=4&sw=r:1,2:5',
    async act(page) {
      if ((await page.locator('dialog[open]').count()) > 0) return;
      await beginSweep(page);
      const button = page.locator('#sweep').getByRole('button', { name: 'Save', exact: true });
      await button.click({ timeout: 5000 }).catch(() => undefined);
    },
    shows: async (page) => (await page.locator('dialog .take').count()) > 0,
  },
  {
    name: 'in a post, with its caption',
    document: 'embed.html',
    alone: true,
    hash: '#figure=points-to-ellipses',
    shows: async (page) => (await page.locator('.caption').count()) > 0,
  },
  // What only a figure of the article has.
  ...Object.keys(FIGURES).map((id) => ({
    name: `at the figure ${id}`,
    below: true as const,
    hash: `#${id}&v=1`,
    // It is fetched when it comes into view, and may not come.
    async act(page: Page) {
      // Where its text came late the page may have moved since.
      await page.evaluate((name) => document.getElementById(name)?.scrollIntoView({ behavior: 'instant' }), id);
      await come(page, `#${id}:not(:has(${NOT_YET}))`);
    },
    shows: async (page: Page) => (await page.locator(`#${id}:not(:has(${NOT_YET}))`).count()) > 0,
  })),
];
